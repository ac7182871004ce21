-- The tree over the facts (docs/decisions/2026-11-29-proofs.md). Nothing of it is read by the pages;
-- it can be made again from the facts and the secret.

-- How far the facts of a company were taken: `size` entries, the last one at (`last_seq`, `last_n`);
-- an envelope has the rank -1. `secret` (base64) makes the salts.
CREATE TABLE trees (
    tenant TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL,
    size BIGINT NOT NULL,
    last_seq BIGINT NOT NULL,
    last_n BIGINT NOT NULL
);
-- 256 hashes (base64 of their bytes, one after the other), fewer in the last of a level.
CREATE TABLE tiles (
    tenant TEXT NOT NULL,
    level BIGINT NOT NULL,
    place BIGINT NOT NULL,
    hashes TEXT NOT NULL,
    PRIMARY KEY (tenant, level, place)
);
-- The index of the envelope of each fact; its rows follow.
CREATE TABLE leaf_places (
    tenant TEXT NOT NULL,
    seq BIGINT NOT NULL,
    first_leaf BIGINT NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE UNIQUE INDEX leaf_places_by_leaf ON leaf_places (tenant, first_leaf);
-- Signed notes, as handed out.
CREATE TABLE checkpoints (
    tenant TEXT NOT NULL,
    size BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (tenant, size)
);
