"""What people proposed, as moderation asks for it: see `moderation.ports`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.ids import first_id
from foundation.queries import Query
from moderation.found_words import found_words
from priorities.proposals.moderating.content import content_of, fetch_proposals
from priorities.proposals.proposal_rows import proposals_by
from priorities.proposals.words import whole

JSON = dict[str, Any]
_SHOWN = "state IN ('published', 'merged', 'refused')"
_FROM = "FROM priority_proposal WHERE"
_SINCE = Query("SELECT id", _FROM, "force_id = ? AND id > ? AND id >= ? AND", _SHOWN, "ORDER BY id LIMIT ?")
_STANDING = Query("SELECT id", _FROM, "author_id = ? AND created_at <= ? AND", _SHOWN, "LIMIT ?")
_WRITTEN = "SELECT COUNT(*) AS number FROM priority_proposal WHERE id >= ? AND id < ?"
_WRITTEN_IN_ALL, _WRITTEN_IN = Query(_WRITTEN), Query(_WRITTEN, "AND force_id = ?")
_LAST = Query("SELECT id", _FROM, "force_id = ? AND", _SHOWN, "ORDER BY id DESC LIMIT ?")
_SPOKE = Query("SELECT 1 AS spoke", _FROM, "author_id = ? AND force_id = ? LIMIT 1")


async def proposals_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """Proposals that are shown since a moment: a `moderation.ports.PublishedSince`."""
    rows = await _these(await _SINCE.rows(force, after, first_id(since), most))
    return [{"id": row["id"], "body": whole(row)} for row in sorted(rows, key=lambda row: str(row["id"]))]


async def posts_that_stand(person: str, before: datetime, most: int) -> int:
    """How many of somebody's proposals from before a moment can still be read by everybody; at most `most`."""
    return len(await _STANDING.rows(person, before, most))


async def count_posts(force: str | None, since: datetime, until: datetime) -> int:
    """Proposals made in a force's rounds (None: in all), whatever became of them."""
    between = (first_id(since), first_id(until))
    rows = await (_WRITTEN_IN_ALL.rows(*between) if force is None else _WRITTEN_IN.rows(*between, force))
    return int(rows[0]["number"])


async def last_said(force: str, most: int) -> Sequence[JSON]:
    """The last proposals of a force that everybody can read, the newest first: `body`, `path` and `at`."""
    rows = await _these(await _LAST.rows(force, most))
    contents = [content_of(row, ()) for row in sorted(rows, key=lambda row: str(row["id"]), reverse=True)]
    return [{"body": each.body, "path": each.path, "at": each.at} for each in contents]


async def spoke_in(person: str, force: str) -> bool:
    """Whether somebody proposed something in a round of this force."""
    return bool(await _SPOKE.rows(person, force))


async def find_words(id_: str) -> JSON | None:
    """A proposal, as the page of legal holds shows it; None where there is none of this id."""
    content = (await fetch_proposals([id_])).get(id_)
    return found_words(content) if content else None


async def _these(rows: Sequence[JSON]) -> list[JSON]:
    return await proposals_by([row["id"] for row in rows])
