CREATE TRIGGER facts_not_edited BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;
CREATE TRIGGER facts_not_removed BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END;
CREATE TRIGGER fact_rows_not_edited BEFORE UPDATE ON fact_rows
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;
CREATE TRIGGER fact_rows_not_removed BEFORE DELETE ON fact_rows
BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END;
