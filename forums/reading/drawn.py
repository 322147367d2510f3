"""A reply as the macro `forums/reply.html` draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forums.answers.marks import is_official
from forums.answers.promises import promise_of
from forums.changing.own import may_change
from forums.models import PostState
from forums.stamps import stamp_of_reply
from forums.standing import Standing
from foundation.text import stored_html

JSON = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What is known of those who wrote, of what was replied to, and of pictures: each by its id."""

    people: Mapping[str, JSON]
    replies: Mapping[str, JSON]
    pictures: Mapping[str, Sequence[JSON]]


def drawn(standing: Standing, row: JSON, root: str, known: Known, last_read: int = 0) -> JSON:
    """The macro's reply; `html` is None where nobody reads the words now. `root`: what it stands under, or itself."""
    shown = is_shown(standing, row)
    mine = standing.viewer.id is not None and row["author_id"] == standing.viewer.id
    author = known.people[row["author_id"]]
    official = shown and is_official(row, author)
    return {
        "id": row["id"],
        "number": row["number"],
        "version": row["version"],
        "stamp": stamp_of_reply(row),
        "author": author,
        "html": stored_html(row["html"]) if shown else None,
        "state": PostState.PUBLISHED if shown else row["state"],
        "official": official,
        "promise": promise_of(row) if official else None,
        "edited": row["edited_at"] is not None,
        "staff_edited": row["staff_edited_at"] is not None,
        "at": row["created_at"],
        "reply_to": _reply_to(row, known),
        "root": root,
        "depth": 0 if root == row["id"] else 1,
        "mine": mine,
        "may_edit": mine and may_change(standing, row),
        "pictures": known.pictures.get(row["id"], ()) if shown else (),
        "held_reason": row["held_reason"] if standing.topic["state"] == PostState.HELD else "",
        "is_new": 0 < last_read < row["number"] and not mine,
    }


def is_shown(standing: Standing, row: JSON) -> bool:
    """Whether the words of a reply are on the screens of those who may read its topic.

    Those of a topic that is not shown are read by who finds it all the same.
    """
    if row["state"] == PostState.PUBLISHED:
        return True
    withheld = standing.topic["state"] != PostState.PUBLISHED
    return bool(withheld and row["number"] == 1 and row["state"] == standing.topic["state"])


def _reply_to(row: JSON, known: Known) -> JSON | None:
    """What it replies to; nothing for the topic's own text, which everything replies to."""
    parent = known.replies.get(row["parent_id"] or "")
    if parent is None or parent["number"] in (None, 1):
        return None
    name = known.people[parent["author_id"]]["name"]
    return {"id": parent["id"], "number": parent["number"], "author_name": name}
