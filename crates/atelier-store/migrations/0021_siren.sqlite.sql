-- The number of a firm in the French register, to be found by it.
ALTER TABLE accounts ADD COLUMN siren TEXT GENERATED ALWAYS AS (json_extract(facets, '$.siren')) VIRTUAL;
CREATE INDEX accounts_by_siren ON accounts (tenant, siren, id) WHERE siren IS NOT NULL;
