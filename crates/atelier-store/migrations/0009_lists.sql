-- Where lists find their rows. The long ones are walked in the order of a sort key, from where the last
-- page ended; a filter that leaves few rows is answered from its own index and sorted (queries/lists.rs).
CREATE INDEX accounts_by_name ON accounts (tenant, name_key, id);
CREATE INDEX accounts_by_key ON accounts (tenant, source_key, id);
CREATE INDEX accounts_of_country ON accounts (tenant, country, id);
CREATE INDEX accounts_of_sector ON accounts (tenant, sector, id);

CREATE INDEX cases_by_value ON cases (tenant, value_key, id);
CREATE INDEX cases_by_engaged ON cases (tenant, engaged_key, id);
CREATE INDEX cases_by_key ON cases (tenant, source_key, id);
CREATE INDEX cases_of_owner ON cases (tenant, owner, id);
CREATE INDEX cases_of_account ON cases (tenant, account, id);
CREATE INDEX cases_closed ON cases (tenant, closed_on, id);

CREATE INDEX orders_by_start ON orders (tenant, start_key, id);
CREATE INDEX orders_by_due ON orders (tenant, due_key, id);
CREATE INDEX orders_of_state ON orders (tenant, state, id);
DROP INDEX order_people_by_day;
CREATE INDEX order_people_by_day ON order_people (tenant, person, start_key, order_id);
