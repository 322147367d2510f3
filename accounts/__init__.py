"""People: who somebody is, how they sign in, and who is a verified officer."""
