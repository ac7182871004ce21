CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'facts are never edited nor removed';
END $$;
CREATE TRIGGER facts_not_edited BEFORE UPDATE OR DELETE ON facts
    FOR EACH ROW EXECUTE FUNCTION refuse_edit();
CREATE TRIGGER facts_not_emptied BEFORE TRUNCATE ON facts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit();
CREATE TRIGGER fact_rows_not_edited BEFORE UPDATE OR DELETE ON fact_rows
    FOR EACH ROW EXECUTE FUNCTION refuse_edit();
CREATE TRIGGER fact_rows_not_emptied BEFORE TRUNCATE ON fact_rows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit();
