"""Real parts that the tests start themselves and end by process id: databases, Redis, a browser, a server."""
