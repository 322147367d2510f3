"""The one linear history of all tables, additive only."""
