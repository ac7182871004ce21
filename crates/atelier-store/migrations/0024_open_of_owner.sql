-- A page of somebody's open cases, which each day asks for, is a range of an index, however many they closed.
CREATE INDEX cases_open_of_owner ON cases (tenant, owner, engaged_key, id) WHERE standing = 'open';
CREATE INDEX cases_open_of_owner_by_value ON cases (tenant, owner, value_key, id) WHERE standing = 'open';
