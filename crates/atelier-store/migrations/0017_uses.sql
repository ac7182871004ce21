-- What was made use of, once a day for each object: counts only, no fact and no read table.
CREATE TABLE uses (
    tenant TEXT NOT NULL, user_id TEXT NOT NULL, day TEXT NOT NULL, what TEXT NOT NULL, object TEXT NOT NULL,
    PRIMARY KEY (tenant, user_id, day, what, object)
);
CREATE INDEX uses_by_day ON uses (tenant, day, what, object);
