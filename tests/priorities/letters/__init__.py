"""Letters with a code."""
