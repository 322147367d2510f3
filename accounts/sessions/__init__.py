"""Being signed in: how a session begins, whom it makes of a request, and how it ends."""
