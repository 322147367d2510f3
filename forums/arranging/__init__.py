"""What staff do to topics so that a forum stays readable: pin, move, merge, split, slow down, lock, archive."""
