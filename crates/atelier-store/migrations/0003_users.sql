-- Users and units are read tables like the others: remade from the facts.
CREATE TABLE users (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    login TEXT NOT NULL, name TEXT NOT NULL, roles TEXT NOT NULL, unit TEXT, person TEXT, firm TEXT,
    despite TEXT, standing TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE units (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    code TEXT NOT NULL, parent TEXT, supervisor TEXT, deputy TEXT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- What people know, and what must be forgotten at once: never in facts. Secrets are kept as hashes.
CREATE TABLE credentials (
    tenant TEXT NOT NULL, user_id TEXT NOT NULL,
    login TEXT NOT NULL, password TEXT, changed_us BIGINT NOT NULL,
    PRIMARY KEY (tenant, user_id)
);
CREATE UNIQUE INDEX credentials_by_login ON credentials (login);
-- `kind`: session (a browser), token (a program), invitation (once, to choose a password).
CREATE TABLE passes (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL, tenant TEXT NOT NULL, user_id TEXT NOT NULL, id TEXT NOT NULL,
    name TEXT NOT NULL, scopes TEXT NOT NULL,
    made_us BIGINT NOT NULL, seen_us BIGINT NOT NULL, ends_us BIGINT NOT NULL
);
CREATE UNIQUE INDEX passes_of_user ON passes (tenant, user_id, kind, id);
CREATE INDEX passes_by_end ON passes (ends_us);
-- Failed sign-ins, by the hash of what was tried.
CREATE TABLE attempts (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL, since_us BIGINT NOT NULL
);
CREATE INDEX attempts_by_age ON attempts (since_us);
-- The access journal: who was refused what, and what the privileged read. Apart from the facts, with
-- its own term.
CREATE TABLE accesses (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    at_us BIGINT NOT NULL, user_id TEXT NOT NULL, permission TEXT NOT NULL, space TEXT NOT NULL,
    object TEXT NOT NULL, outcome TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);
