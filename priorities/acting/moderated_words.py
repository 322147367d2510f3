"""What an action, and what a priority says, as one text: so it is moderated and kept."""

import re
from typing import Any, Final

from foundation.errors import Invalid
from foundation.language import _

ACTION: Final = "action"
PRIORITY: Final = "priority"
_NAMES: Final = {"promise": "promise", "owner_role": "post", "closed_why": "closed", "reason": "agreed"}
"""What stands above each part of a priority’s text, in brackets, by its column; `reason` is its agreement’s."""
_MARK: Final = re.compile(rf"^\[({'|'.join(_NAMES.values())})\][ \t]*$", re.MULTILINE)
_LIKE_A_MARK: Final = re.compile(rf"^\\*\[({'|'.join(_NAMES.values())})\][ \t]*$", re.MULTILINE)
"""What somebody wrote that would be read as a mark stands there with a backslash before it."""


def whole(row: dict[str, Any]) -> str:
    """Its words, whom it names as the partner who did it, and those of its figures."""
    lines = [" ".join((each["label"], each["before"], each["after"])) for each in row["figures"]]
    return "\n\n".join(part for part in (row["body"], row["partner"], "\n".join(lines)) if part)


def whole_priority(row: dict[str, Any]) -> str:
    """The words of a priority: its title, what happens, then each of the others below its mark."""
    said = [f"[{mark}]\n{_marked_off(row[name])}" for name, mark in _NAMES.items() if row[name]]
    head = (_marked_off(row["title"]), _marked_off(row["issue"]))
    return "\n\n".join(part for part in (*head, *said) if part)


def parted_priority(text: str) -> dict[str, str]:
    """The same by columns: what the text leaves out is empty. Raises Invalid for a part that is there twice."""
    head, *rest = _MARK.split(text)
    for mark in _NAMES.values():
        if rest[::2].count(mark) > 1:
            raise Invalid.at("body", _("“[%(mark)s]” stands there twice. Leave it once, above its words.", mark=mark))
    given = dict(zip(rest[::2], rest[1::2], strict=True))
    title, _line, issue = head.strip().partition("\n")
    words = {name: _as_said(given.get(mark, "")) for name, mark in _NAMES.items()}
    return {"title": _as_said(title), "issue": _as_said(issue), **words}


def _marked_off(words: str) -> str:
    return _LIKE_A_MARK.sub(r"\\\g<0>", words)


def _as_said(words: str) -> str:
    return _LIKE_A_MARK.sub(lambda found: found[0].removeprefix("\\"), words.strip())
