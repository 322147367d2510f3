"""Where the words of a round stand once more: in what it was begun from, and in what was begun from that."""

from collections.abc import Sequence
from typing import Any

JSON = dict[str, Any]


def put_for_same(there: JSON, taken: Sequence[JSON], instead: JSON) -> JSON:
    """What of `instead` (`title`, `about`) is put into a round, or a template, that has those of one of `taken`.

    Each has `template_id`. Of the same template it is both, however they were changed; a round that somebody began from
    one by hand names none, and is known by its words.
    """
    if there["template_id"] and there["template_id"] in [each["template_id"] for each in taken]:
        return instead
    same = {
        "title": any(_is_called(there["title"], each["title"]) for each in taken),
        "about": bool(there["about"]) and there["about"] in [each["about"] for each in taken],
    }
    return {name: words for name, words in instead.items() if same[name]}


def _is_called(one: str, other: str) -> bool:
    """One that began by itself is called as its template is, and by its month."""
    return one == other or one.startswith(f"{other}, ") or other.startswith(f"{one}, ")
