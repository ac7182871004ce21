-- Who somebody is at a provider of identities: tied once, by a mail address that it had verified. Never in facts.
CREATE TABLE identities (
    tenant TEXT NOT NULL, user_id TEXT NOT NULL, issuer TEXT NOT NULL,
    subject TEXT NOT NULL, tied_us BIGINT NOT NULL,
    PRIMARY KEY (tenant, user_id, issuer)
);
CREATE UNIQUE INDEX identities_by_subject ON identities (issuer, subject);
