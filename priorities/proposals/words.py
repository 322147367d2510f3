"""What a proposal says: the columns that hold its words, and all of them as one text."""

from typing import Any, Final

JSON = dict[str, Any]
PROPOSAL: Final = "proposal"
"""What flags, the queue and decisions call it."""
BETWEEN: Final = "\n\n"
LONGEST_TITLE, LONGEST_LINE, LONGEST_GROUP = 120, 200, 120
"""Characters of the title, of when and who is affected, of for whom one speaks."""
LINES: Final = ("place_name", "times", "affected", "speaks_for")
"""The short answers beside what happens."""
PLACE_COLUMNS: Final = ("place_name", "place_latitude", "place_longitude", "area")
WORDS: Final = ("title", "what", "html", "times", "affected", "speaks_for", *PLACE_COLUMNS)
"""All that its author writes, as an edit replaces it."""


def whole(words: JSON) -> str:
    """A proposal as it is screened, moderated and kept: its title, what happens, then each short answer on a line."""
    lines = "\n".join(words[name] for name in LINES if words[name])
    return BETWEEN.join(filter(None, (words["title"], words["what"], lines)))


def screened_text(words: JSON, seen: str) -> str:
    """The same with what its pictures say: all that is read before others read it."""
    return BETWEEN.join(filter(None, (whole(words), seen)))


def parted(text: str) -> tuple[str, str]:
    """The title and the rest of such a text: its first line, and what follows it."""
    title, _line, rest = text.partition("\n")
    return title.strip(), rest.strip()


def signed_by(row: JSON) -> str | None:
    """Whose name stands at a proposal. Nobody’s at one that goes on from an earlier round: the officer who took it on
    wrote none of it.
    """
    return None if row["carried_from_id"] else str(row["author_id"])


def proposal_words(row: JSON) -> JSON:
    """Those of a row, as `pending` and edits keep them."""
    return {name: row[name] for name in WORDS}
