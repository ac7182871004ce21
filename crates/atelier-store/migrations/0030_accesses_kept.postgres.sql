-- Lines of the access journal are kept twelve months. Younger ones are not removed; a day or two is left, for a year
-- of 365 days and for clocks that differ.
CREATE FUNCTION keep_accesses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at_us > (EXTRACT(EPOCH FROM now())::BIGINT - 364 * 86400) * 1000000 THEN
        RAISE EXCEPTION 'the access journal is kept for twelve months';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER accesses_kept BEFORE DELETE ON accesses
    FOR EACH ROW EXECUTE FUNCTION keep_accesses();
CREATE TRIGGER accesses_not_emptied BEFORE TRUNCATE ON accesses
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit();
