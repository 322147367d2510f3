"""Statements, as moderation asks for them: see `moderation.ports`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.ids import first_id
from foundation.queries import Query
from moderation.content import State
from priorities.opinions.moderating.content import fetch_statements
from priorities.opinions.words import STATEMENT

JSON = dict[str, Any]
_SINCE = Query(
    """
    SELECT said.id, said.text AS body FROM priority_statement AS said
    JOIN priority_round AS round ON round.id = said.round_id
    WHERE round.force_id = ? AND said.id > ? AND said.id >= ? AND said.state = 'published'
    ORDER BY said.id LIMIT ?
    """
)


async def statements_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """Statements that are shown since a moment: a `moderation.ports.PublishedSince`."""
    return await _SINCE.rows(force, after, first_id(since), most)


async def find_words(id_: str) -> JSON | None:
    """A statement, as the page of legal holds shows it; None where there is none of this id."""
    content = (await fetch_statements([id_])).get(id_)
    if content is None:
        return None
    return {
        "id": content.id,
        "target": (STATEMENT, content.id),
        "author_id": content.author_id,
        "force": content.force_id,
        "path": content.path,
        "body": content.words,
        "at": content.at,
        "revision": content.revision,
        "state": "published" if content.state is State.PUBLISHED else str(content.state),
        "private": False,
    }
