"""What the police promised at a surgery, by when, and what came of it."""
