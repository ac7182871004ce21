-- A page of somebody's cases, of the open ones and of the orders in a state is a range of an index too.
DROP INDEX cases_of_owner;
CREATE INDEX cases_of_owner ON cases (tenant, owner, engaged_key, id);
CREATE INDEX cases_of_owner_by_value ON cases (tenant, owner, value_key, id);
CREATE INDEX cases_open_by_value ON cases (tenant, value_key, id) WHERE standing = 'open';
CREATE INDEX cases_open_by_engaged ON cases (tenant, engaged_key, id) WHERE standing = 'open';
CREATE INDEX cases_open_by_key ON cases (tenant, source_key, id) WHERE standing = 'open';
DROP INDEX orders_of_state;
CREATE INDEX orders_of_state ON orders (tenant, state, start_key, id);
CREATE INDEX orders_of_state_by_due ON orders (tenant, state, due_key, id);
