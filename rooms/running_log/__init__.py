"""A public running log without chat."""
