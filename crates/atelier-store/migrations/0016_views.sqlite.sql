-- The telephone as its digits, to be found by them.
ALTER TABLE contacts ADD COLUMN phone_key TEXT GENERATED ALWAYS AS (
    replace(replace(replace(replace(replace(replace(replace(replace(replace(
    COALESCE(phone, ''), ' ', ''), char(160), ''), char(8239), ''), '.', ''), '-', ''), '/', ''), '(', ''), ')', ''), '+', '')
) VIRTUAL;
CREATE INDEX contacts_by_phone ON contacts (tenant, phone_key, id);
