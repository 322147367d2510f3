"""Load and cost: one server process on one core, the load on another, and a table of what was measured."""
