"""Those on the staff, and what waits for an administrator, as the rows have them."""

from typing import Any

from accounts.models import Person, PersonNeighbourhood
from accounts.people import SHOWN
from accounts.staffing.models import Enrolment
from foundation.permissions import STAFF

_MEMBER = (*SHOWN, "email", "force_id", "scope", "created_at", "role_since", "password_hash", "language")


async def staff_member(**asked: str) -> dict[str, Any] | None:
    """Somebody who is on the staff, suspended ones too, by `id` or `email` (in lower case)."""
    return await Person.filter(**asked, role__in=sorted(STAFF), closed_at=None).first().values(*_MEMBER)


async def places_of(person: str) -> tuple[str, ...]:
    """The ids of the neighbourhoods that somebody serves."""
    served = PersonNeighbourhood.filter(person_id=person).order_by("neighbourhood_id")
    return tuple([str(place) for place in await served.values_list("neighbourhood_id", flat=True)])


async def find_enrolment(id_: str) -> Enrolment | None:
    """What waits, or was decided."""
    return await Enrolment.filter(id=id_).first()
