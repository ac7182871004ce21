-- Suggestions put aside: a read table like the others, remade from the facts.
CREATE TABLE asides (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    seller TEXT, put TEXT NOT NULL, until TEXT, payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX asides_of_seller ON asides (tenant, seller, id);
