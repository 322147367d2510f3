"""A topic that gets heated slows down by itself, says so, and is as it was when it has cooled."""
