"""What neighbours say of it, and what everybody reads of that."""
