"""The panel, and what it agrees on."""
