-- The number of a firm in the French register, to be found by it.
ALTER TABLE accounts ADD COLUMN siren TEXT COLLATE "C" GENERATED ALWAYS AS (facets::json ->> 'siren') STORED;
CREATE INDEX accounts_by_siren ON accounts (tenant, siren, id) WHERE siren IS NOT NULL;
