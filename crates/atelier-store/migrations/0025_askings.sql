-- The question whether somebody at a customer wants to stay: a read table like the others, remade from the facts.
CREATE TABLE askings (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    asked_on TEXT NOT NULL, channel TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
-- What was counted of use is forgotten by its day.
CREATE INDEX uses_past ON uses (day);
