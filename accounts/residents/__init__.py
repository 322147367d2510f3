"""How residents come to have an account, and keep it."""
