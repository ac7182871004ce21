-- The name of an account as it is searched and sorted is written by the program, by the one rule that it has
-- (language::folded), as that of a contact is. Both are drawn from the names again after this step.
DROP INDEX accounts_by_name;
ALTER TABLE accounts DROP COLUMN name_key;
ALTER TABLE accounts ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
