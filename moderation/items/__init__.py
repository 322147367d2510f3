"""Review items: what waits for a decision, one open item for each thing."""
