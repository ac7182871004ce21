-- Views of a page that somebody keeps, for themselves or for their unit: no facts, like passwords and passes.
CREATE TABLE views (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    user_id TEXT NOT NULL, name TEXT NOT NULL, page TEXT NOT NULL, query TEXT NOT NULL, unit TEXT NOT NULL,
    changed_us BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX views_of_user ON views (tenant, user_id, id);
CREATE INDEX views_of_unit ON views (tenant, unit, id);
