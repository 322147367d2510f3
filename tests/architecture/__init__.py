"""What the architecture test knows of the house."""
