"""What statements and opinions are called, and how long a statement may be."""

from typing import Final

STATEMENT: Final = "statement"
LONGEST: Final = 140
OPINIONS: Final = {"agree": 1, "disagree": -1, "pass": 0}
"""By the words of forms and of the API."""
SAID: Final = {number: word for word, number in OPINIONS.items()}
