-- The actions of a week that are one operation are a range of an index, and what a week holds is added up by operation:
-- process, step and operation by code, and the time planned, read from the order.
ALTER TABLE orders ADD COLUMN routing TEXT COLLATE "C" GENERATED ALWAYS AS (
    (payload::jsonb #>> '{order,process}') || '/' || (payload::jsonb #>> '{order,step}')
        || '/' || (payload::jsonb #>> '{order,operation}')
) STORED;
ALTER TABLE orders ADD COLUMN minutes BIGINT GENERATED ALWAYS AS ((payload::jsonb #>> '{order,minutes}')::bigint) STORED;
CREATE INDEX orders_of_routing ON orders (tenant, routing, start_key, id);
