"""Evidence: what stood there, kept as it was."""
