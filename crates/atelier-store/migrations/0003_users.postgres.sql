CREATE TRIGGER accesses_not_edited BEFORE UPDATE ON accesses
    FOR EACH ROW EXECUTE FUNCTION refuse_edit();
