"""How people behave in rooms, as moderation sees it: what a room's hosts decide about a person is about this.

A `moderation.content.Moderated` of which nothing is shown or hidden: people are kept out, and let back.
"""

from collections.abc import Collection, Sequence
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.queries import Query
from moderation.content import CONDUCT, Also, Content, Exclusion, Line, State, Tell
from rooms.hosting import excluding_service
from rooms.models import MessageState, Status

JSON = dict[str, Any]
_ID = 16
"""Characters of a room's id, and of a person's."""
_ROOMS = Query(
    """
    SELECT room.id, room.force_id, room.neighbourhood_id, room.status, COALESCE(surgery.title, '') AS title
    FROM room LEFT JOIN surgery ON surgery.id = room.id WHERE room.id IN ? AND room.kind <> 'booth'
    """
)
# What waited was never said to anybody, and what was taken back was taken back.
_THEIRS = Query(
    """
    SELECT body FROM room_message WHERE author_id = ? AND room_id = ? AND state IN ('published', 'hidden')
    ORDER BY id DESC LIMIT 10
    """
)
_LATEST = Query(
    """
    SELECT id, author_id, state, body, created_at FROM room_message
    WHERE room_id = ? AND state <> 'held' ORDER BY id DESC LIMIT ?
    """,
    moments=("created_at",),
)


def conduct_id(room_id: str, person_id: str) -> str:
    """What a person's conduct in a room is known by."""
    return room_id + person_id


async def conduct_of(room_id: str, person_id: str) -> Content:
    """A person's conduct in a room, as it stands; its words are what they said there last. Raises NotFound."""
    target = conduct_id(room_id, person_id)
    found = await fetch([target])
    if target not in found:
        raise NotFound(_("There is no such room."))
    return found[target]


async def fetch(ids: Collection[str]) -> dict[str, Content]:
    """The conduct of people in rooms, by its ids; nothing of a booth, which nobody moderates."""
    wanted = {id_: (id_[:_ID], id_[_ID:]) for id_ in ids if is_id(id_[:_ID]) and is_id(id_[_ID:])}
    rows = await _ROOMS.rows(sorted({room for room, _person in wanted.values()})) if wanted else []
    rooms = {row["id"]: row for row in rows}
    return {id_: await _content(rooms[room], person) for id_, (room, person) in wanted.items() if room in rooms}


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What was said in the room last by anybody, oldest first: twice so many lines."""
    rows = await _LATEST.rows(content.place_id, 2 * lines)
    return [_line(row, content.author_id) for row in reversed(rows)]


async def _content(room: JSON, person: str) -> Content:
    said = await _THEIRS.rows(person, room["id"])
    return Content(
        type=CONDUCT,
        id=conduct_id(room["id"], person),
        revision=1,
        state=State.PUBLISHED,
        author_id=person,
        force_id=room["force_id"],
        neighbourhood_id=room["neighbourhood_id"],
        body="\n".join(row["body"] for row in reversed(said)),
        at=clock.now(),
        path=f"/surgeries/{room['id']}",
        place_type="room",
        place_id=room["id"],
        place_name=room["title"],
        live=room["status"] == Status.OPEN,
    )


def _line(row: JSON, person: str | None) -> Line:
    shown = row["state"] == MessageState.PUBLISHED
    return Line(
        row["id"], row["author_id"], row["body"] if shown else None, row["created_at"], this=row["author_id"] == person
    )  # fmt: skip


class Conduct:
    """How people behave in rooms, for moderation."""

    async def fetch(self, ids: Collection[str]) -> dict[str, Content]:
        return await fetch(ids)

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        raise _no_words()

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        raise _no_words()

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        raise _no_words()

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        raise _no_words()

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        raise _no_words()

    async def edit(
        self,
        app: web.Application,
        content: Content,
        body: str,
        also: Also,
        *,
        by_staff: bool,
        pending: str | None = None,
    ) -> None:
        raise _no_words()

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> int | None:
        raise _no_words()

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.exclude(str(content.place_id), str(content.author_id), exclusion)

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.readmit(str(content.place_id), str(content.author_id), exclusion)


def _no_words() -> Conflict:
    return Conflict(_("This is about a person, and not about words: nothing can be taken down or put back."))
