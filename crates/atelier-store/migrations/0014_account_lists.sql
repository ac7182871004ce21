-- A page of the accounts of a country or of a sector is a range of an index, in the order of names and of keys.
CREATE INDEX accounts_by_name ON accounts (tenant, name_key, id);
DROP INDEX accounts_of_country;
CREATE INDEX accounts_of_country ON accounts (tenant, country, name_key, id);
CREATE INDEX accounts_of_country_by_key ON accounts (tenant, country, source_key, id);
DROP INDEX accounts_of_sector;
CREATE INDEX accounts_of_sector ON accounts (tenant, sector, name_key, id);
CREATE INDEX accounts_of_sector_by_key ON accounts (tenant, sector, source_key, id);
