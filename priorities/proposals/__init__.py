"""What people want the police to work on, and what becomes of it before the vote."""
