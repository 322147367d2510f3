"""What an action says, as one text: so it is moderated and kept."""

from typing import Any, Final

ACTION: Final = "action"


def whole(row: dict[str, Any]) -> str:
    """Its words, whom it names as the partner who did it, and those of its figures."""
    lines = [" ".join((each["label"], each["before"], each["after"])) for each in row["figures"]]
    return "\n\n".join(part for part in (row["body"], row["partner"], "\n".join(lines)) if part)
