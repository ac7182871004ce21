-- Firms and people that are found under another: a read table like the others, remade from the facts. `id`: the one
-- that is gone.
CREATE TABLE merges (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    kind TEXT NOT NULL, kept TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX merges_into ON merges (tenant, kept, id);
-- The daughters of a firm, when it is merged.
CREATE INDEX accounts_of_parent ON accounts (tenant, parent, id) WHERE parent IS NOT NULL;
