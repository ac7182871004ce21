CREATE TRIGGER accesses_not_edited BEFORE UPDATE ON accesses
BEGIN SELECT RAISE(ABORT, 'the access journal is never edited'); END;
