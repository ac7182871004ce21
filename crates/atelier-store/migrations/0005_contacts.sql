-- People at customers: a read table like the others, remade from the facts. `sorted`: the name without
-- case nor accents.
CREATE TABLE contacts (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    source_key TEXT NOT NULL, account TEXT, name TEXT NOT NULL, sorted TEXT NOT NULL,
    function TEXT NOT NULL, mail TEXT, phone TEXT, language TEXT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX contacts_of_account ON contacts (tenant, account, sorted, id);
CREATE INDEX contacts_by_name ON contacts (tenant, sorted, id);
