"""What can be found: put into the index, and taken from it, inside the transaction that shows or hides the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from foundation.queries import Query

EVERYBODY, STAFF = "everybody", "staff"
LONGEST = 20_000
"""Characters of one text that are searched: far more than anybody may post."""

_PUT = Query(
    """
    INSERT INTO search_entry (
        id, kind, target_id, parent_id, force_id, neighbourhood_id, section, audience, answered, title, words, path, at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        parent_id = excluded.parent_id, force_id = excluded.force_id, neighbourhood_id = excluded.neighbourhood_id,
        section = excluded.section, audience = excluded.audience, answered = excluded.answered,
        title = excluded.title, words = excluded.words, path = excluded.path, at = excluded.at
    """
)
_REMOVE = Query("DELETE FROM search_entry WHERE id IN ?")
_REMOVE_UNDER = Query("DELETE FROM search_entry WHERE parent_id = ?")
_SET_ANSWERED = Query("UPDATE search_entry SET answered = ? WHERE id = ? AND answered <> ?")


@dataclass(frozen=True)
class Entry:
    """One text as it is found. `title` is its own: a reply has none, and is shown under its parent's.

    `parent_id` is the topic or surgery that it stands in, `words` its text without Markdown, `at` when it was said.
    `audience` is EVERYBODY, or STAFF of the force. `answered`: it is an officer's answer, or has one.
    """

    kind: str
    id: str
    force_id: str
    path: str
    at: datetime
    words: str = ""
    title: str = ""
    parent_id: str | None = None
    neighbourhood_id: str | None = None
    section: str = ""
    audience: str = EVERYBODY
    answered: bool = False


async def put(entries: Sequence[Entry]) -> None:
    """Let these be found as they are now, inside the caller's transaction. Only what its audience may read now."""
    if entries:
        await _PUT.each([_values(entry) for entry in entries])


async def remove(kind: str, ids: Sequence[str]) -> None:
    """Let none of these be found, inside the caller's transaction; what is not in the index is passed over."""
    if ids:
        await _REMOVE.rows([key_of(kind, id_) for id_ in ids])


async def remove_under(parent_id: str) -> None:
    """Let nothing be found that stands in this topic or surgery."""
    await _REMOVE_UNDER.rows(parent_id)


async def set_answered(kind: str, id_: str, answered: bool) -> None:
    """Say whether something that can be found has an officer's answer."""
    await _SET_ANSWERED.rows(answered, key_of(kind, id_), answered)


def key_of(kind: str, id_: str) -> str:
    """The key of an entry in its table."""
    return f"{kind}:{id_}"


def _values(entry: Entry) -> list[object]:
    return [
        key_of(entry.kind, entry.id), entry.kind, entry.id, entry.parent_id, entry.force_id, entry.neighbourhood_id,
        entry.section, entry.audience, entry.answered, _clean(entry.title), _clean(entry.words), entry.path, entry.at,
    ]  # fmt: skip


def _clean(text: str) -> str:
    """On one line, without what a database refuses or what marks a match in an excerpt."""
    return "".join(character if character >= " " else " " for character in text[:LONGEST])
