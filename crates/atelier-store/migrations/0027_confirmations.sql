-- Verdicts on won deals: a read table like the others, remade from the facts.
CREATE TABLE confirmations (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    verdict TEXT NOT NULL, account TEXT, value_cents BIGINT, value_currency TEXT, closed_on TEXT, version BIGINT NOT NULL,
    payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
-- Won deals in the order of their closing: those that wait for a verdict are among them.
CREATE INDEX cases_won_by_closed ON cases (tenant, closed_key, id) WHERE standing = 'won';
