-- A page of the cases closed in some days is a range of an index, in the order of closing.
ALTER TABLE cases ADD COLUMN closed_key TEXT GENERATED ALWAYS AS (COALESCE(closed_on, '')) VIRTUAL;
DROP INDEX cases_closed;
CREATE INDEX cases_closed ON cases (tenant, closed_key, id);
CREATE INDEX cases_open_by_closed ON cases (tenant, closed_key, id) WHERE standing = 'open';
