"""What a host or moderator does about people in a room: silencing, removing and readmitting them."""

from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Invalid, NotAllowed, NotFound
from foundation.ids import is_id, new_id
from foundation.language import _
from foundation.permissions import STAFF, Viewer
from moderation.decisions.bans_service import put_out_banned
from moderation.explanations import check_explanation
from rooms.floor import leaving_service as floor
from rooms.hosting import store
from rooms.hosting.putting_out import put_out, tell_person
from rooms.models import Restriction, RestrictionKind
from rooms.policy import access_room_to_moderate
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]

_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""
_LONGEST_RESTRICTION = 7 * 24 * 3600


async def silence_person(
    app: web.Application, viewer: Viewer, room_id: str, person_id: str, reason: str, seconds: int | None = None
) -> None:
    """Let somebody read but not write, for `seconds` or until the end of the surgery."""
    restriction = await _new(viewer, room_id, person_id, RestrictionKind.SILENCE, reason, seconds)
    off_the_floor = partial(floor.put_out, room_id=room_id, person=person_id)
    telling = partial(tell_person, event="silenced", restriction=restriction)
    await _restrict(app, viewer, restriction, [telling, off_the_floor])


async def remove_person(
    app: web.Application, viewer: Viewer, room_id: str, person_id: str, reason: str, seconds: int | None = None
) -> None:
    """Put somebody out of the room, for `seconds` or for good; their live connections to it end at once."""
    restriction = await _new(viewer, room_id, person_id, RestrictionKind.REMOVE, reason, seconds)

    telling = partial(tell_person, event="removed", restriction=restriction)
    await _restrict(app, viewer, restriction, [telling, partial(put_out, room_id=room_id, person_id=person_id)])


async def readmit_person(app: web.Application, viewer: Viewer, room_id: str, person_id: str) -> None:
    """End every silence and removal of somebody in this room."""
    await access_room_to_moderate(viewer, room_id)

    async def work() -> Change[None]:
        if not is_id(person_id) or not await store.end_restrictions(room_id, person_id):
            raise NotFound(_("This person is neither silenced nor removed here."))
        await _audit(viewer, room_id, "room.readmit", details={"person": person_id})
        return Change(None)

    await write(app, room_id, work)


async def put_out_removed(app: web.Application) -> None:
    """Take people off the rooms that they were removed from in another process: the rows tell within a second."""
    since = clock.now() - _LOOKS_BACK
    for room_id, person_id in await store.removed_since(since):
        await put_out(app, room_id, person_id)
    await put_out_banned(app, since)


async def restrictions_in(room_id: str) -> list[JSON]:
    """Who is silenced or removed here now, newest first: `{person, kind, until}`."""
    rows = await store.restrictions_in(room_id)
    people = await persons({row.person_id for row in rows})
    return [{"person": people[row.person_id], "kind": row.kind, "until": row.until} for row in rows]


async def _new(
    viewer: Viewer, room_id: str, person_id: str, kind: RestrictionKind, reason: str, seconds: int | None
) -> Restriction:
    await access_room_to_moderate(viewer, room_id)
    person = (await persons({person_id})).get(person_id) if is_id(person_id) else None
    if person is None:
        raise NotFound(_("There is no such person."))
    if person["role"] in STAFF:
        raise NotAllowed(_("Officers and moderators can’t be silenced or removed here. Ask an administrator."))
    reason = check_explanation(reason)
    if seconds is not None and not 1 <= seconds <= _LONGEST_RESTRICTION:
        raise Invalid.at("seconds", _("Choose between 1 second and 7 days."))
    now = clock.now()
    return Restriction(
        id=new_id(),
        room_id=room_id,
        person_id=person_id,
        kind=kind,
        until=now + timedelta(seconds=seconds) if seconds else None,
        reason=reason,
        by=viewer.id,
        created_at=now,
    )


async def _restrict(app: web.Application, viewer: Viewer, restriction: Restriction, tell: list[Tell]) -> None:
    room_id = str(restriction.room_id)  # type: ignore[attr-defined]

    async def work() -> Change[None]:
        await store.add_restriction(restriction)
        details: dict[str, object] = {"person": restriction.person_id, "until": str(restriction.until)}
        await _audit(viewer, room_id, f"room.{restriction.kind}", reason=restriction.reason, details=details)
        return Change(None, tell=tell)

    await write(app, room_id, work)


async def _audit(viewer: Viewer, room_id: str, act: str, *, reason: str = "", details: dict[str, object]) -> None:
    await add_entry(act=act, actor=viewer, subject_type="room", subject_id=room_id, reason=reason, details=details)
