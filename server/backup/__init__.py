"""Backups: every table as lines of JSON, the same from SQLite and from PostgreSQL, so that either takes both."""
