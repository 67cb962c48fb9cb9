"""Where a record lies: one SQLite file or PostgreSQL, opened, locked, migrated, and each one's own words."""
