-- Conversations, promises, files and work put off: read tables like the others, remade from the facts.
CREATE TABLE conversations (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    order_id TEXT NOT NULL, case_id TEXT, account TEXT, person TEXT, seller TEXT, held_on TEXT NOT NULL, payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX conversations_of_order ON conversations (tenant, order_id, id);
CREATE INDEX conversations_of_case ON conversations (tenant, case_id, held_on, id);
CREATE INDEX conversations_of_account ON conversations (tenant, account, held_on, id);
CREATE INDEX conversations_of_person ON conversations (tenant, person, id);
CREATE INDEX conversations_of_seller ON conversations (tenant, seller, held_on, id);
CREATE INDEX conversations_by_day ON conversations (tenant, held_on, id);
CREATE TABLE promises (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    conversation TEXT NOT NULL, case_id TEXT, account TEXT, person TEXT, seller TEXT, state TEXT NOT NULL, due_on TEXT,
    payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX promises_of_conversation ON promises (tenant, conversation, id);
CREATE INDEX promises_of_case ON promises (tenant, case_id, id);
CREATE INDEX promises_of_account ON promises (tenant, account, id);
CREATE INDEX promises_of_person ON promises (tenant, person, id);
CREATE INDEX promises_of_seller ON promises (tenant, seller, state, id);
CREATE INDEX promises_of_state ON promises (tenant, state, id);
CREATE TABLE files (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    order_id TEXT NOT NULL, account TEXT, person TEXT, payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX files_of_order ON files (tenant, order_id, id);
CREATE INDEX files_of_account ON files (tenant, account, id);
CREATE INDEX files_of_person ON files (tenant, person, id);
CREATE TABLE deferrals (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    case_id TEXT, put TEXT NOT NULL, until TEXT, payload TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX deferrals_put ON deferrals (tenant, put, id);
