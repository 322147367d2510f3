"""Letters with a code, for people without an account."""
