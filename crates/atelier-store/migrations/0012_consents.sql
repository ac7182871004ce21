-- What people agreed to and object to, and the date on which the works council was consulted: read
-- tables like the others, remade from the facts.
CREATE TABLE consents (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    person TEXT NOT NULL, channel TEXT NOT NULL, aim TEXT NOT NULL, choice TEXT NOT NULL,
    said_on TEXT NOT NULL, source TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX consents_of_person ON consents (tenant, person, id);
CREATE TABLE gates (
    tenant TEXT NOT NULL, id TEXT NOT NULL,
    consulted_on TEXT NOT NULL, proof TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
-- Who read somebody's data: asked by the person.
CREATE INDEX accesses_of_object ON accesses (tenant, object, id);
