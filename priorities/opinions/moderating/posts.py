"""Statements, as moderation asks for them: see `moderation.ports`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.ids import first_id
from foundation.queries import Query
from moderation.found_words import found_words
from priorities.opinions.moderating.content import fetch_statements

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
    return found_words(content) if content else None
