"""What a topic or a reply says, as one text: so it is screened, moderated and kept."""

from typing import Final

TOPIC: Final = "topic"
REPLY: Final = "reply"
BETWEEN: Final = "\n\n"
LONGEST_TITLE: Final = 120
"""Characters of a topic's title."""


def whole(title: str, body: str) -> str:
    """A topic's title and its own text, or (no title) a reply's words alone."""
    return f"{title}{BETWEEN}{body}" if title else body


def parted(words: str) -> tuple[str, str]:
    """The title and the text of a topic's words: its first line, and what follows it."""
    title, _line, body = words.partition("\n")
    return title.strip(), body.strip()
