"""Keeping somebody from writing in a room, or out of it, as part of a decision: inside the decision's transaction."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from accounts.people import persons
from foundation import clock
from foundation.errors import NotAllowed
from foundation.ids import new_id
from foundation.language import _
from foundation.permissions import STAFF
from moderation.content import Exclusion, Tell
from rooms.floor import leaving_service as floor
from rooms.hosting import store
from rooms.hosting.putting_out import put_out, tell_person
from rooms.models import Restriction, RestrictionKind


async def exclude(room_id: str, person_id: str, exclusion: Exclusion) -> Sequence[Tell]:
    """Silence or remove somebody in one room; gives what to tell after the commit.

    Raises NotAllowed for staff, who are an administrator's to answer for.
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
    )
    await store.add_restriction(restriction)
    return _tells(room_id, restriction)


async def readmit(room_id: str, person_id: str, kind: str, until: datetime | None) -> Sequence[Tell]:
    """End the silence or removal of somebody in one room that ends then; nothing where another one is in force."""
    await store.end_restriction(room_id, person_id, RestrictionKind(kind), until)
    return []


def _tells(room_id: str, restriction: Restriction) -> Sequence[Tell]:
    person = restriction.person_id
    if restriction.kind is RestrictionKind.SILENCE:
        telling = partial(tell_person, event="silenced", restriction=restriction)
        return [telling, partial(floor.put_out, room_id=room_id, person=person)]
    telling = partial(tell_person, event="removed", restriction=restriction)
    return [telling, partial(put_out, room_id=room_id, person_id=person)]
