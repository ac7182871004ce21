-- The telephone as its digits, to be found by them.
ALTER TABLE contacts ADD COLUMN phone_key TEXT COLLATE "C" GENERATED ALWAYS AS (
    replace(replace(replace(replace(replace(replace(replace(replace(replace(
    COALESCE(phone, ''), ' ', ''), chr(160), ''), chr(8239), ''), '.', ''), '-', ''), '/', ''), '(', ''), ')', ''), '+', '')
) STORED;
CREATE INDEX contacts_by_phone ON contacts (tenant, phone_key, id);
