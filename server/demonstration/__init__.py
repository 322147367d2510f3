"""The demonstration force: an invented town, so that nobody is taken for real."""
