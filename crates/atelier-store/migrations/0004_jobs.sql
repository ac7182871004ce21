-- Work to be done by whichever server is free. No read table: not remade from facts, not in the digest,
-- not in backups. `due_us`: from when on a worker may take it; of a running job, the end of its lease.
-- `fence` grows each time it is taken: a worker that lost its lease holds an old one.
CREATE TABLE jobs (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    kind TEXT NOT NULL, payload TEXT NOT NULL, requester TEXT,
    state TEXT NOT NULL, step BIGINT NOT NULL, kept TEXT NOT NULL,
    done BIGINT NOT NULL, total BIGINT NOT NULL,
    worker TEXT, due_us BIGINT NOT NULL, fence BIGINT NOT NULL, attempts BIGINT NOT NULL,
    result TEXT, refusals TEXT, made_us BIGINT NOT NULL, ended_us BIGINT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX jobs_by_due ON jobs (due_us, id) WHERE ended_us IS NULL;
CREATE INDEX jobs_by_end ON jobs (ended_us) WHERE ended_us IS NOT NULL;
CREATE INDEX jobs_of_requester ON jobs (tenant, requester, id);
-- What comes back by itself: the next time each is due, in the whole installation.
CREATE TABLE schedules (
    name TEXT NOT NULL PRIMARY KEY,
    next_us BIGINT NOT NULL, last_us BIGINT
);
