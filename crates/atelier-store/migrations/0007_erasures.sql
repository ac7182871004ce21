-- The key of each person at a customer (base64), under which what facts say of them is sealed. No fact
-- holds it; without it what was said is lost for good, and the facts stay as they were.
CREATE TABLE person_keys (
    tenant TEXT NOT NULL,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (tenant, person)
);
-- People of whom nothing is left: a read table like the others, remade from the facts.
CREATE TABLE erasures (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    reason TEXT NOT NULL, erased_on TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
