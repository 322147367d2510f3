"""Every query of the list of who holds what."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from tortoise.expressions import Q, Subquery
from tortoise.functions import Count, Max
from tortoise.queryset import QuerySet

from accounts.factors.models import AuthenticatorApp, Passkey
from accounts.models import Person, PersonNeighbourhood, Session
from accounts.people import SHOWN
from accounts.staffing.models import Enrolment
from accounts.staffing.search import EACH_PAGE, Sought
from foundation.models import AuditEntry
from foundation.permissions import ENROLLED

_SHOWN = (*SHOWN, "email", "force_id", "scope", "created_at", "role_since", "password_hash")


async def page_of(force: str | None, asked: Sought, places: Collection[str]) -> list[dict[str, Any]]:
    """Those who are sought, by role and name, one page of them. `places` are the ids that `asked.place` may mean."""
    rows = _sought(force, asked, places).order_by("role", "name", "id")
    return await rows.offset((asked.page - 1) * EACH_PAGE).limit(EACH_PAGE).values(*_SHOWN)


async def count(force: str | None, asked: Sought, places: Collection[str]) -> int:
    return await _sought(force, asked, places).count()


async def counts_by_role(force: str | None) -> dict[str, int]:
    """How many hold each role, suspended ones too."""
    rows = Person.filter(_staff_of(force)).annotate(many=Count("id")).group_by("role")
    return {str(role): int(many) for role, many in await rows.values_list("role", "many")}


async def places_served(people: Collection[str]) -> dict[str, list[str]]:
    """The ids of the neighbourhoods that each of these people serves."""
    served: dict[str, list[str]] = {person: [] for person in people}
    rows = PersonNeighbourhood.filter(person_id__in=list(people)).order_by("neighbourhood_id")
    for person, place in await rows.values_list("person_id", "neighbourhood_id"):
        served[str(person)].append(str(place))
    return served


async def enrolments_of(people: Collection[str]) -> dict[str, dict[str, Any]]:
    """The enrolment by which each of these people came: who entered them, and who confirmed it."""
    rows = Enrolment.filter(person_id__in=list(people), refused=False).exclude(decided_at=None)
    found = await rows.values("person_id", "enrolled_by__name", "decided_by__name", "details")
    return {row["person_id"]: row for row in found if not row["details"].get("change")}


async def last_sign_ins(people: Collection[str]) -> dict[str, datetime]:
    """When each of these people last signed in."""
    rows = Session.filter(person_id__in=list(people)).annotate(last=Max("created_at")).group_by("person_id")
    return {str(person): last for person, last in await rows.values_list("person_id", "last")}


async def with_passkey(people: Collection[str]) -> set[str]:
    """Who of these has a passkey that opens something."""
    rows = Passkey.filter(person_id__in=list(people), refused_at=None)
    return {str(person) for person in await rows.values_list("person_id", flat=True)}


async def with_app(people: Collection[str]) -> set[str]:
    """Who of these has an app that makes codes."""
    rows = AuthenticatorApp.filter(person_id__in=list(people), ended_at=None)
    return {str(person) for person in await rows.values_list("person_id", flat=True)}


async def entries_about(person: str, most: int = 20) -> list[dict[str, Any]]:
    """What was done to somebody on the staff, newest first: `at`, `act`, `reason`, `actor_id`."""
    entries = AuditEntry.filter(subject_type="person", subject_id=person, act__startswith="staff.")
    return await entries.order_by("-id").limit(most).values("at", "act", "reason", "actor_id")


async def names_of(people: Collection[str]) -> dict[str, str]:
    """The name of each of these ids."""
    rows = await Person.filter(id__in=list(people)).values_list("id", "name")
    return {str(id_): str(name) for id_, name in rows}


def _staff_of(force: str | None) -> Q:
    staff = Q(role__in=sorted(ENROLLED), closed_at=None)
    return staff & Q(force_id=force) if force else staff


def _sought(force: str | None, asked: Sought, places: Collection[str]) -> QuerySet[Person]:
    rows = Person.filter(_staff_of(force))
    if asked.role:
        rows = rows.filter(role=asked.role)
    if asked.suspended:
        rows = rows.exclude(suspended_at=None)
    if asked.name:
        rows = rows.filter(
            Q(name__icontains=asked.name)
            | Q(record__number=asked.name)
            | Q(partner__organisation__icontains=asked.name)
        )
    if asked.place:
        serving = PersonNeighbourhood.filter(neighbourhood_id__in=list(places)).values("person_id")
        rows = rows.filter(id__in=Subquery(serving))
    return rows
