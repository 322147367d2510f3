"""How far a person has read, and what is left."""
