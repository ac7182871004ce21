//! Facts and read tables on SQLite and PostgreSQL.
