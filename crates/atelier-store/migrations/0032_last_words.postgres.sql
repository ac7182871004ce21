-- The last word of a name, to be found by it: the family name of most people, the place of many firms.
ALTER TABLE contacts ADD COLUMN last_word TEXT COLLATE "C" GENERATED ALWAYS AS (
    replace(sorted, rtrim(sorted, replace(sorted, ' ', '')), '')
) STORED;
CREATE INDEX contacts_by_last_word ON contacts (tenant, last_word, id);
ALTER TABLE accounts ADD COLUMN last_word TEXT COLLATE "C" GENERATED ALWAYS AS (
    replace(name_key, rtrim(name_key, replace(name_key, ' ', '')), '')
) STORED;
CREATE INDEX accounts_by_last_word ON accounts (tenant, last_word, id);
