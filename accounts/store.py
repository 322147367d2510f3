"""Every query and insert of people."""

from typing import Any

from accounts.models import OfficerRecord, PartnerRecord, Person, PersonNeighbourhood
from accounts.names.skeletons import name_skeleton
from accounts.own_row import set_own
from accounts.people import NewPerson
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import ENROLLED, Role


async def add_person(new: NewPerson) -> str:
    """Add a person, with an officer's or partner's record and neighbourhoods, and give the id; inside a transaction."""
    now = clock.now()
    person = await Person.create(
        id=new_id(),
        name=new.name,
        name_skeleton=name_skeleton(new.name),
        role=new.role,
        email=new.email,
        password_hash=new.password_hash,
        force_id=new.force,
        neighbourhood_id=new.home,
        email_confirmed_at=now if new.email and new.password_hash else None,
        postcode_given_at=now if new.tier in ("postcode", "confirmed") else None,
        confirmed_at=now if new.tier == "confirmed" else None,
        scope=new.scope,
        avatar=new.avatar,
        role_since=now if new.role in ENROLLED else None,
        created_at=now,
    )
    if new.role is Role.OFFICER:
        await OfficerRecord.create(
            id=new_id(), person_id=person.id, rank=new.rank, number=new.number,
            confirmed_at=now if new.confirmed else None,
        )  # fmt: skip
    if new.role is Role.PARTNER:
        await PartnerRecord.create(
            id=new_id(), person_id=person.id, organisation=new.organisation, post=new.post,
            confirmed_at=now if new.confirmed else None,
        )  # fmt: skip
    await _add_places(person.id, new)
    return person.id


async def _add_places(person: str, new: NewPerson) -> None:
    now = clock.now()
    await PersonNeighbourhood.bulk_create(
        [PersonNeighbourhood(id=new_id(), person_id=person, neighbourhood_id=place, since=now)
         for place in new.neighbourhoods]
    )  # fmt: skip


async def person_of_email(email: str) -> dict[str, Any] | None:
    """Who has this address (in lower case), with what a sign-in needs to know."""
    return await Person.filter(email=email).first().values(
        "id", "name", "role", "force_id", "password_hash", "suspended_at"
    )  # fmt: skip


async def own_person(person: str) -> dict[str, Any]:
    """What a person is shown about themself."""
    return await Person.get(id=person).values(
        "id", "name", "role", "email", "password_hash", "force_id", "neighbourhood_id", "confirmed_at",
        "postcode_given_at",
    )  # fmt: skip


async def record_of(officer: str) -> list[dict[str, Any]]:
    """An officer's force and since when the record counts: a row for each neighbourhood that they serve."""
    return await Person.filter(id=officer).order_by("serves__neighbourhood_id").values(
        "force_id", "force__name", "record__confirmed_at", "serves__neighbourhood_id"
    )  # fmt: skip


async def set_force(person: str, force: str) -> None:
    await Person.filter(id=person).update(force_id=force)


async def set_password(person: str, password_hash: str) -> None:
    """Set the password that a person chose behind a link sent to their address."""
    await set_own(person, password_hash=password_hash, email_confirmed_at=clock.now())
