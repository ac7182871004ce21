-- People at customers who are in the archive apart: a read table like the others, remade from the facts.
CREATE TABLE archives (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    ground TEXT NOT NULL, archived_on TEXT NOT NULL, until_on TEXT NOT NULL,
    conversations TEXT NOT NULL, promises TEXT NOT NULL, files TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
-- Those whose term ends first.
CREATE INDEX archives_until ON archives (tenant, until_on, id);
-- Their keys, taken out of those that what people work with is opened with.
CREATE TABLE archived_keys (
    tenant TEXT NOT NULL,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (tenant, person)
);
