"""Jo Bevan, who speaks for Cardiff Council as a guest of South Wales Police's surgeries."""

from datetime import datetime
from typing import Any

from accounts.models import PartnerRecord, Person, PersonNeighbourhood
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Role, Scope
from rooms.models import RoomHost
from tests.cast import Member, add_member

BADGE: dict[str, Any] = {"organisation": "Cardiff Council", "post": "Housing officer"}


async def add_partner(
    name: str = "Jo Bevan", force: str = "south-wales", *places: str, confirmed: bool = True
) -> Member:
    """A partner of a force, signed in; of all of it, or a guest in `places` only."""
    member = Member(name, Role.PARTNER, force)
    await add_member(member)
    since: datetime | None = clock.now() if confirmed else None
    await PartnerRecord.create(id=new_id(), person_id=member.id, confirmed_at=since, **BADGE)
    await Person.filter(id=member.id).update(scope=Scope.NEIGHBOURHOODS if places else Scope.FORCE)
    for place in places:
        await PersonNeighbourhood.create(id=new_id(), person_id=member.id, neighbourhood_id=place, since=clock.now())
    return member


async def let_host(room_id: str, member: Member) -> None:
    """Name somebody as a host of a surgery that there is."""
    await RoomHost.create(id=new_id(), room_id=room_id, person_id=member.id)
