"""What screens of rooms may not have heard while Redis was away: entries of their logs, and who looks otherwise now."""

from collections.abc import Mapping
from typing import Final

from aiohttp import web

from accounts.changed_people import ChangedPeople
from foundation.fanout import channels_here
from foundation.heads import Heads
from foundation.queries import Query
from foundation.redis_away import Looker
from rooms.broadcast import entries_told_here, person_changed_here
from rooms.messages.store import rooms_with_words_of

_FIRST_LOOK: Final = 20
"""Entries told of a room that came on a screen while Redis was away: it may have changed as its page was read."""
_HEADS = Query("SELECT id, last_seq FROM room WHERE id IN ?")


def room_heads(app: web.Application) -> Looker:
    """Looks at the logs of the rooms that are open here."""

    async def tell(room: str, heard: int | None, head: int) -> None:
        await entries_told_here(app, room, max(head - _FIRST_LOOK, 0) if heard is None else heard)

    return Heads(lambda: _rooms_here(app), _last_seqs, tell)


def people_in_rooms(app: web.Application) -> Looker:
    """Looks who changed, and said something in a room that is open here."""

    async def tell(person: str) -> None:
        rooms = _rooms_here(app).intersection(await rooms_with_words_of(person))
        await person_changed_here(app, sorted(rooms), person)

    return ChangedPeople(lambda: bool(_rooms_here(app)), tell)


LOOKERS = (room_heads, people_in_rooms)


async def _last_seqs(rooms: list[str]) -> Mapping[str, int]:
    return {row["id"]: int(row["last_seq"]) for row in await _HEADS.rows(rooms)}


def _rooms_here(app: web.Application) -> set[str]:
    return {channel.removeprefix("room:") for channel in channels_here(app, "room:")}
