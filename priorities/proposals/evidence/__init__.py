"""What the police know of a proposal: the trend of recorded crime, what they can do and what they can’t."""
