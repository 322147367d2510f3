"""Keeping somebody from writing in a room, or out of it, as part of a decision: inside the decision's transaction."""

from collections.abc import Sequence
from functools import partial

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.errors import Conflict, NotAllowed
from foundation.ids import new_id
from foundation.language import _
from foundation.permissions import STAFF
from moderation.content import Exclusion, Tell
from rooms import broadcast
from rooms.floor import leaving_service as floor
from rooms.hosting import store
from rooms.hosting.outranking import lasts_longer, out_of_reach
from rooms.hosting.putting_out import put_out, tell_person
from rooms.models import Restriction, RestrictionKind


async def exclude(room_id: str, person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """Silence or remove somebody in one room, in the place of an older one of its kind: the newest says until when.

    Gives what to tell after the commit. Raises NotAllowed for staff, who are an administrator's to answer for, and
    Conflict where a moderator has kept them out for longer than a host would.
    """
    person = (await persons({person_id})).get(person_id)
    if person is None or person["role"] in STAFF:
        raise NotAllowed(_("Officers and moderators can’t be silenced or removed here. Ask an administrator."))
    restriction = Restriction(
        id=new_id(),
        room_id=room_id,
        person_id=person_id,
        kind=RestrictionKind(exclusion.kind),
        until=exclusion.until,
        reason=exclusion.reason,
        by=exclusion.by,
        created_at=clock.now(),
        decision_id=exclusion.decision,
    )
    await _replace_older(room_id, restriction, exclusion.role)
    await store.add_restriction(restriction)
    return _tells(room_id, restriction)


async def readmit(room_id: str, person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """End what came of a decision about somebody in one room; nothing where another one is in force."""
    kind = RestrictionKind(exclusion.kind)
    if not await store.end_restriction_of(room_id, person_id, kind, exclusion.until, exclusion.decision):
        return []
    return await let_back(room_id, person_id)


async def let_back(room_id: str, person_id: str) -> Sequence[Tell]:
    """What to tell of somebody for whom something has ended: they hear of it when nothing is left."""
    if await store.restrictions_on(room_id, person_id):
        return []
    return [partial(_tell_readmitted, room_id=room_id, person_id=person_id)]


async def _tell_readmitted(app: web.Application, *, room_id: str, person_id: str) -> None:
    await broadcast.person_readmitted(app, room_id, person_id)


async def _replace_older(room_id: str, restriction: Restriction, role: str) -> None:
    standing = await store.restrictions_on(room_id, restriction.person_id)
    older = [row for row in standing if row.kind == restriction.kind]
    kept = await out_of_reach(role, older)
    if any(lasts_longer(row, restriction) for row in kept):
        raise Conflict(_("A moderator has decided this already, and for no shorter a time."))
    for row in older:
        if row not in kept:
            await store.end_restriction(str(row.id))


def _tells(room_id: str, restriction: Restriction) -> Sequence[Tell]:
    person = restriction.person_id
    if restriction.kind is RestrictionKind.SILENCE:
        telling = partial(tell_person, event="silenced", restriction=restriction)
        return [telling, partial(floor.put_out, room_id=room_id, person=person)]
    telling = partial(tell_person, event="removed", restriction=restriction)
    return [telling, partial(put_out, room_id=room_id, person_id=person)]
