"""What an action, and what a priority says, as one text: so it is moderated and kept."""

import re
from typing import Any, Final

ACTION: Final = "action"
PRIORITY: Final = "priority"
_NAMES: Final = {"promise": "promise", "owner_role": "post", "closed_why": "closed", "reason": "agreed"}
"""What stands above each part of a priority’s text, in brackets, by its column; `reason` is its agreement’s."""
_MARK: Final = re.compile(rf"^\[({'|'.join(_NAMES.values())})\][ \t]*$", re.MULTILINE)


def whole(row: dict[str, Any]) -> str:
    """Its words, whom it names as the partner who did it, and those of its figures."""
    lines = [" ".join((each["label"], each["before"], each["after"])) for each in row["figures"]]
    return "\n\n".join(part for part in (row["body"], row["partner"], "\n".join(lines)) if part)


def whole_priority(row: dict[str, Any]) -> str:
    """The words of a priority: its title, what happens, then each of the others below its mark."""
    said = [f"[{mark}]\n{row[name]}" for name, mark in _NAMES.items() if row[name]]
    return "\n\n".join(part for part in (row["title"], row["issue"], *said) if part)


def parted_priority(text: str) -> dict[str, str]:
    """The same by columns: what the text leaves out is empty."""
    head, *rest = _MARK.split(text)
    given = dict(zip(rest[::2], rest[1::2], strict=True))
    title, _line, issue = head.strip().partition("\n")
    words = {name: given.get(mark, "").strip() for name, mark in _NAMES.items()}
    return {"title": title.strip(), "issue": issue.strip(), **words}
