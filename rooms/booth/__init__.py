"""The booth: a private room of a resident and an officer."""
