-- A page of somebody's orders by due day is a range of an index: the day is kept beside the person, drawn from the order.
ALTER TABLE order_people ADD COLUMN due_key TEXT NOT NULL DEFAULT '~';
UPDATE order_people SET due_key = COALESCE((SELECT due_on FROM orders
    WHERE orders.tenant = order_people.tenant AND orders.id = order_people.order_id), '~');
CREATE INDEX order_people_by_due ON order_people (tenant, person, due_key, order_id);
