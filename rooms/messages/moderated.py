"""Messages as moderation sees them: see `moderation.content.Moderated`."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict
from foundation.ids import is_id
from foundation.language import _
from foundation.queries import Query
from foundation.text import rendered
from moderation.content import Also, Content, Exclusion, Line, State, Tell
from rooms.hosting import excluding_service, mode_service
from rooms.messages import acts, store
from rooms.models import MessageState, RoomKind, Status
from rooms.writing import Change, write

JSON = dict[str, Any]
T = TypeVar("T")
TYPE: Final = "message"

_FETCH = Query(
    """
    SELECT message.id, message.room_id, message.author_id, message.state, message.body, message.pending_body,
           message.revision, message.created_at, room.force_id, room.neighbourhood_id, room.status, room.kind,
           COALESCE(surgery.title, '') AS title
    FROM room_message message JOIN room ON room.id = message.room_id LEFT JOIN surgery ON surgery.id = room.id
    WHERE message.id IN ? AND room.kind <> 'booth'
    """,
    moments=("created_at",),
)
_STATES = {
    MessageState.HELD: State.HELD,
    MessageState.PUBLISHED: State.PUBLISHED,
    MessageState.HIDDEN: State.HIDDEN,
    MessageState.REJECTED: State.HIDDEN,
    MessageState.WITHDRAWN: State.GONE,
}
_BEFORE = Query(
    """
    SELECT id, author_id, state, body, created_at FROM room_message
    WHERE room_id = ? AND id < ? AND state <> 'held' ORDER BY id DESC LIMIT ?
    """,
    moments=("created_at",),
)
_AFTER = Query(
    """
    SELECT id, author_id, state, body, created_at FROM room_message
    WHERE room_id = ? AND id > ? AND state <> 'held' ORDER BY id LIMIT ?
    """,
    moments=("created_at",),
)


async def fetch(ids: Collection[str]) -> dict[str, Content]:
    """Messages by their ids; nothing of a booth, which nobody moderates."""
    wanted = [id_ for id_ in set(ids) if is_id(id_)]
    return {row["id"]: _content(row) for row in (await _FETCH.rows(wanted) if wanted else [])}


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What was said in the room around a message."""
    before = await _BEFORE.rows(content.place_id, content.id, lines)
    after = await _AFTER.rows(content.place_id, content.id, lines)
    itself = Line(content.id, content.author_id, content.words, content.at, this=True)
    return [*map(_line, reversed(before)), itself, *map(_line, after)]


def _content(row: JSON) -> Content:
    live = row["status"] == Status.OPEN
    path = f"/surgeries/{row['room_id']}" if row["kind"] == RoomKind.SURGERY else f"/logs/{row['room_id']}"
    return Content(
        type=TYPE,
        id=row["id"],
        revision=row["revision"],
        state=_STATES[row["state"]],
        author_id=row["author_id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        body=row["body"],
        pending=row["pending_body"],
        at=row["created_at"],
        path=f"{path}#m-{row['id']}",
        place_type="room",
        place_id=row["room_id"],
        place_name=row["title"],
        live=live,
    )


def _line(row: JSON) -> Line:
    shown = row["state"] == MessageState.PUBLISHED
    return Line(row["id"], row["author_id"], row["body"] if shown else None, row["created_at"])


class Messages:
    """The messages of rooms, for moderation: a `moderation.content.Moderated`."""

    def __init__(self, present: Callable[[str], int] = lambda _room: 0) -> None:
        """`present`: how many people are in a room now, who read what is said in it."""
        self._present = present

    async def fetch(self, ids: Collection[str]) -> dict[str, Content]:
        found = await fetch(ids)
        return {id_: replace(content, reach=self._present(str(content.place_id))) for id_, content in found.items()}

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> int | None:
        message = await _row(content)
        return await _carried_out(app, message, partial(acts.hide, message, reason), also)

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        message = await _row_as_read(content)
        await _carried_out(app, message, partial(acts.refuse, message, reason), also)

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        message = await _row_as_read(content)
        await _carried_out(app, message, partial(acts.hold, message, await _waiting(pending)), also)

    async def restore(self, app: web.Application, content: Content, also: Also) -> int | None:
        message = await _row_as_read(content)
        return await _carried_out(app, message, partial(acts.restore, message), also)

    async def approve(self, app: web.Application, content: Content, also: Also) -> int | None:
        message = await _row_as_read(content)
        return await _carried_out(app, message, partial(acts.approve, message), also)

    async def edit(
        self,
        app: web.Application,
        content: Content,
        body: str,
        also: Also,
        *,
        by_staff: bool,
        pending: str | None = None,
    ) -> int | None:
        message = await _row_as_read(content)
        words = {"body": body, "html": await rendered(body)}
        at = clock.now() if by_staff else None
        return await _carried_out(app, message, partial(acts.put, message, words, at, await _waiting(pending)), also)

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> int | None:
        room_id = str(content.place_id)
        return await mode_service.set_lock(app, room_id, locked=locked, also=also)

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.exclude(str(content.place_id), str(content.author_id), exclusion)

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.readmit(str(content.place_id), str(content.author_id), exclusion)


async def _row(content: Content) -> JSON:
    message = await store.find_message(str(content.place_id), content.id)
    if message is None:
        raise _overtaken()
    return message


async def _row_as_read(content: Content) -> JSON:
    """The message, if its words are those of `content`: what nobody read is neither shown nor refused."""
    message = await _row(content)
    if message["revision"] != content.revision or message["pending_body"] != content.pending:
        raise _overtaken()
    return message


async def _waiting(pending: str | None) -> JSON | None:
    """An edit that waits, as the columns of its message."""
    return {"pending_body": pending, "pending_html": await rendered(pending)} if pending else None


def _overtaken() -> Conflict:
    return Conflict(_("This message has changed since you read it. Look again."))


async def _carried_out(app: web.Application, message: JSON, act: Callable[[], Awaitable[Change[T]]], also: Also) -> T:
    async def work() -> Change[T]:
        change = await act()
        return replace(change, tell=[*change.tell, *await also()])

    return await write(app, message["room_id"], work)
