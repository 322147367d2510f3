"""What can be wrong with the model's files."""


class BadWeights(Exception):
    """They are missing, or are not what they should be; the message says which, and why."""
