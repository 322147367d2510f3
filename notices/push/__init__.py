"""Web push: who asked for it, and what waits to be sent."""
