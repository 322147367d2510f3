"""What an action says, as one text: so it is moderated and kept."""

from typing import Any, Final

ACTION: Final = "action"


def whole(row: dict[str, Any]) -> str:
    """Its words, and those of its figures."""
    lines = [" ".join((each["label"], each["before"], each["after"])) for each in row["figures"]]
    return "\n\n".join(part for part in (row["body"], "\n".join(lines)) if part)
