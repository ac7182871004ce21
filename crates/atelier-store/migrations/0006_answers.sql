-- The answer given to a request under a key of its caller, kept with the write for some days, so that the
-- same request sent twice has the effect of one. Not in the digest, not in backups.
CREATE TABLE answers (
    tenant TEXT NOT NULL, user_id TEXT NOT NULL, once_key TEXT NOT NULL,
    asked TEXT NOT NULL, status BIGINT NOT NULL, version BIGINT, body TEXT NOT NULL, kept_us BIGINT NOT NULL,
    PRIMARY KEY (tenant, user_id, once_key)
);
CREATE INDEX answers_by_age ON answers (kept_us);
