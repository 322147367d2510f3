"""The feed of what was done, of a neighbourhood and of a force."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from markupsafe import escape

from accounts.addressing import ranked_name
from accounts.people import persons
from foundation.atom import Entry, Feed
from foundation.language import _
from neighbourhoods.service import access_neighbourhood
from priorities.said_and_done import store
from priorities.said_and_done.service import force_name, path_of

JSON = dict[str, Any]
_MOST: Final = 50
_BEGAN: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""What an empty feed says that it was changed last: always the same."""


async def feed_of_neighbourhood(neighbourhood: str, own: str) -> Feed:
    """What was done last in a neighbourhood; `own` is the feed’s path. Raises NotFound."""
    place = await access_neighbourhood(neighbourhood)
    rows = await store.latest_actions(neighbourhood=place.id, most=_MOST)
    title = _("You said, we did: %(name)s", name=place.shown_name)
    return Feed(title, path_of(neighbourhood=place.id), own, _BEGAN, await _entries(rows))


async def feed_of_force(force: str, own: str) -> Feed:
    """The same of all of a force. Raises NotFound."""
    title = _("You said, we did: %(name)s", name=await force_name(force))
    rows = await store.latest_actions(force=force, most=_MOST)
    return Feed(title, path_of(force=force), own, _BEGAN, await _entries(rows))


async def _entries(rows: Sequence[JSON]) -> list[Entry]:
    people = await persons({row["author_id"] for row in rows if row["author_id"]})
    return [_entry(row, people) for row in rows]


def _entry(row: JSON, people: dict[str, JSON]) -> Entry:
    by = people.get(row["author_id"] or "")
    path = f"/priorities/{row['priority_id']}#action-{row['id']}"
    partner = _("Done by %(partner)s", partner=row["partner"]) if row["partner"] else ""
    return Entry(
        id=f"/actions/{row['id']}",
        path=path,
        title=_("Done: %(priority)s", priority=row["title"]),
        # Who wrote it, by the record: what they typed as the partner is theirs to say, and no byline.
        author=ranked_name(by) if by else _("The police"),
        html=f"<p>{escape(partner)}</p>\n{row['html']}" if partner else row["html"],
        published=row["created_at"],
        updated=row["edited_at"] or row["created_at"],
    )
