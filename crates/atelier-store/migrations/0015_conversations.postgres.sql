-- The bytes of files: no read table, since facts do not hold them; they go with their file or its person.
CREATE TABLE file_bytes (
    tenant TEXT NOT NULL, id TEXT NOT NULL, bytes BYTEA NOT NULL,
    PRIMARY KEY (tenant, id)
);
