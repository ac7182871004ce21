-- The files that a job was given, in parts: no read table; they go with the end of the job.
CREATE TABLE job_files (
    tenant TEXT NOT NULL, job TEXT NOT NULL, part BIGINT NOT NULL, name TEXT NOT NULL, bytes BYTEA NOT NULL,
    PRIMARY KEY (tenant, job, part)
);
