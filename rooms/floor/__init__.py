"""The virtual office: the same room seen from above."""
