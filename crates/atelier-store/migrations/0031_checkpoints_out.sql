-- The checkpoints that left for somebody outside: up to which size a letter was put down, and when one last left.
CREATE TABLE checkpoints_out (
    tenant TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL, asked_us BIGINT NOT NULL, left_us BIGINT
);
