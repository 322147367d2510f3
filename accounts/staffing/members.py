"""Those on the staff, the partners, and what waits for an administrator, as the rows have them."""

from typing import Any

from accounts.models import Person, PersonNeighbourhood
from accounts.people import SHOWN
from accounts.staffing.models import Enrolment
from foundation.permissions import ENROLLED, Role

_MEMBER = (*SHOWN, "email", "force_id", "scope", "created_at", "role_since", "password_hash", "language")


async def staff_member(**asked: str) -> dict[str, Any] | None:
    """Somebody who is on the staff, or a partner, suspended ones too, by `id` or `email` (in lower case)."""
    return await Person.filter(**asked, role__in=sorted(ENROLLED), closed_at=None).first().values(*_MEMBER)


def badge_of(row: dict[str, Any]) -> dict[str, str]:
    """What the badge of a member says, by the names that a form has for it; empty where theirs says nothing of it."""
    columns = {
        "rank": "record__rank", "number": "record__number", "organisation": "partner__organisation",
        "partner_post": "partner__post",
    }  # fmt: skip
    return {name: row[column] or "" for name, column in columns.items()}


def is_unconfirmed(row: dict[str, Any]) -> bool:
    """Whether a member has a record from which a badge is drawn, which does not count yet."""
    record = {Role.OFFICER: "record__confirmed_at", Role.PARTNER: "partner__confirmed_at"}.get(row["role"])
    return record is not None and row[record] is None


async def places_of(person: str) -> tuple[str, ...]:
    """The ids of the neighbourhoods that somebody serves."""
    served = PersonNeighbourhood.filter(person_id=person).order_by("neighbourhood_id")
    return tuple([str(place) for place in await served.values_list("neighbourhood_id", flat=True)])


async def find_enrolment(id_: str) -> Enrolment | None:
    """What waits, or was decided."""
    return await Enrolment.filter(id=id_).first()
