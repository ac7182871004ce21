-- Lines of the access journal are kept twelve months. Younger ones are not removed; a day or two is left, for a year
-- of 365 days and for clocks that differ.
CREATE TRIGGER accesses_kept BEFORE DELETE ON accesses
WHEN OLD.at_us > (CAST(strftime('%s', 'now') AS INTEGER) - 364 * 86400) * 1000000
BEGIN SELECT RAISE(ABORT, 'the access journal is kept for twelve months'); END;
