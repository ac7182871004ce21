-- The actions of a week that are one operation are a range of an index, and what a week holds is added up by operation:
-- process, step and operation by code, and the time planned, read from the order.
ALTER TABLE orders ADD COLUMN routing TEXT GENERATED ALWAYS AS (
    json_extract(payload, '$.order.process') || '/' || json_extract(payload, '$.order.step')
        || '/' || json_extract(payload, '$.order.operation')
) VIRTUAL;
ALTER TABLE orders ADD COLUMN minutes INTEGER GENERATED ALWAYS AS (json_extract(payload, '$.order.minutes')) VIRTUAL;
CREATE INDEX orders_of_routing ON orders (tenant, routing, start_key, id);
