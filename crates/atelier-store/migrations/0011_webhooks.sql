-- Subscriptions to what happens: a read table like the others.
CREATE TABLE webhooks (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    url TEXT NOT NULL, events TEXT NOT NULL, standing TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
-- What their messages are signed with; never in facts. After a rotation the former one still signs for a time.
CREATE TABLE webhook_secrets (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    secret TEXT NOT NULL, former TEXT, former_until_us BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
