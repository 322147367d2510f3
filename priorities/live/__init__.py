"""Open pages of rounds and priorities hear that something is new."""
