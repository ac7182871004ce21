-- One text for both engines: storage types are BIGINT and TEXT only, the tenant comes first in every
-- key, ids are the text of a UUID, days and local times are ISO text, instants are microseconds UTC.

-- The ledger: appended to, never edited.
CREATE TABLE ledgers (
    tenant TEXT NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
);
CREATE TABLE facts (
    tenant TEXT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    actor TEXT NOT NULL,
    recorded_us BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    act TEXT NOT NULL,
    corrects TEXT,
    source TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE UNIQUE INDEX facts_by_id ON facts (tenant, id);
CREATE INDEX facts_by_act ON facts (tenant, act, seq);
CREATE TABLE fact_rows (
    tenant TEXT NOT NULL,
    seq BIGINT NOT NULL,
    n BIGINT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    valid_on TEXT,
    payload TEXT NOT NULL,
    PRIMARY KEY (tenant, seq, n)
);
CREATE INDEX fact_rows_by_object ON fact_rows (tenant, kind, object, seq, n);

-- Read tables: disposable, remade from the facts. `seq` is the fact that last said the row.
CREATE TABLE companies (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    code TEXT NOT NULL, name TEXT NOT NULL, currency TEXT NOT NULL, zone TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE accounts (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    source_key TEXT NOT NULL, name TEXT NOT NULL, sector TEXT NOT NULL, country TEXT NOT NULL,
    parent TEXT, facets TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE people (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    source_key TEXT NOT NULL, name TEXT NOT NULL, team TEXT NOT NULL, region TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE products (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    source_key TEXT NOT NULL, name TEXT NOT NULL, family TEXT NOT NULL,
    price_cents BIGINT, price_currency TEXT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE TABLE cases (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    source_key TEXT NOT NULL, account TEXT, owner TEXT, product TEXT,
    stage TEXT NOT NULL, standing TEXT NOT NULL, process TEXT, step TEXT,
    engaged_on TEXT, closed_on TEXT, value_cents BIGINT, value_currency TEXT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX cases_open ON cases (tenant, id) WHERE standing = 'open';
CREATE TABLE passages (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    case_id TEXT NOT NULL, step TEXT NOT NULL, entered_on TEXT NOT NULL, left_on TEXT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX passages_of_case ON passages (tenant, case_id, entered_on, id);
CREATE TABLE sheets (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    kind TEXT NOT NULL, code TEXT NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX sheets_by_version ON sheets (tenant, kind, code, version);
CREATE TABLE plans (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    scope TEXT NOT NULL, version BIGINT NOT NULL, made_at_us BIGINT NOT NULL, period TEXT NOT NULL,
    payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX plans_by_version ON plans (tenant, scope, version);
CREATE TABLE orders (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    scope TEXT NOT NULL, plan_version BIGINT NOT NULL, case_id TEXT, people TEXT NOT NULL,
    state TEXT NOT NULL, starts_at TEXT, ends_at TEXT, due_on TEXT, payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX orders_of_plan ON orders (tenant, scope, plan_version, id);
CREATE INDEX orders_of_case ON orders (tenant, case_id, id);
CREATE TABLE order_people (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    order_id TEXT NOT NULL, person TEXT NOT NULL, starts_at TEXT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX order_people_by_day ON order_people (tenant, person, starts_at, order_id);
CREATE INDEX order_people_of_order ON order_people (tenant, order_id);
