"""The index of all that can be found, which features write to and take from: one interface to both databases' own."""
