-- A second factor: a secret shared with somebody's device, and codes for the day it is lost. Never in
-- facts. `confirmed_us` is 0 until a first code was given; `last_step` is the last half-minute whose code served.
CREATE TABLE second_factors (
    tenant TEXT NOT NULL, user_id TEXT NOT NULL,
    secret TEXT NOT NULL, confirmed_us BIGINT NOT NULL, last_step BIGINT NOT NULL,
    PRIMARY KEY (tenant, user_id)
);
CREATE TABLE recovery_codes (
    tenant TEXT NOT NULL, user_id TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (tenant, user_id, hash)
);
