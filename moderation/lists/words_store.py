"""Every query and insert about a force's own words."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.lists.models import ListedWord

JSON = dict[str, Any]
_IN_USE = Query("SELECT list, entry FROM listed_word WHERE force_id = ? AND removed_at IS NULL ORDER BY entry")


async def entries_of(force: str) -> dict[str, tuple[str, ...]]:
    """What a force holds and lets pass, by list."""
    rows = await _IN_USE.rows(force)
    return {name: tuple(row["entry"] for row in rows if row["list"] == name) for name in ("abuse", "allowed")}


async def words_of(force: str) -> list[JSON]:
    """Its words as people look after them: `id`, `list`, `entry`, `why`, `added_by_id`, `added_at`."""
    found = ListedWord.filter(force_id=force, removed_at=None).order_by("list", "entry")
    return await found.values("id", "list", "entry", "why", "added_by_id", "added_at")


async def add_word(force: str, name: str, entry: str, why: str, by: str) -> str | None:
    """List a word and give its id; None where it is listed already. Inside a transaction."""
    if await ListedWord.filter(force_id=force, list=name, entry=entry, removed_at=None).exists():
        return None
    word = await ListedWord.create(
        id=new_id(), force_id=force, list=name, entry=entry, why=why, added_by_id=by, added_at=clock.now()
    )
    return word.id


async def remove_word(force: str, word: str, by: str) -> JSON | None:
    """Take a word off and give its `list` and `entry`; None where there is none. Inside a transaction."""
    found = ListedWord.filter(id=word, force_id=force, removed_at=None)
    row = await found.first().values("list", "entry")
    if row is None or not await found.update(removed_at=clock.now(), removed_by_id=by):
        return None
    return row
