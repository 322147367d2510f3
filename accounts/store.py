"""Every query and insert of people."""

from collections.abc import Collection
from typing import Any

from accounts.models import OfficerRecord, Person, PersonNeighbourhood
from accounts.people import NewPerson
from accounts.skeletons import name_skeleton
from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.permissions import STAFF, Role


async def add_person(new: NewPerson) -> str:
    """Add a person, with an officer's record and neighbourhoods, and give the id; inside a transaction."""
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
        created_at=now,
    )
    if new.role is Role.OFFICER:
        await _add_record(person.id, new)
    return person.id


async def _add_record(person: str, new: NewPerson) -> None:
    now = clock.now()
    await OfficerRecord.create(
        id=new_id(), person_id=person, rank=new.rank, number=new.number, confirmed_at=now if new.confirmed else None
    )
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
        "id", "name", "role", "email", "force_id", "neighbourhood_id", "confirmed_at", "postcode_given_at"
    )


async def record_of(officer: str) -> list[dict[str, Any]]:
    """An officer's force and since when the record counts: a row for each neighbourhood that they serve."""
    return await Person.filter(id=officer).order_by("serves__neighbourhood_id").values(
        "force_id", "force__name", "record__confirmed_at", "serves__neighbourhood_id"
    )  # fmt: skip


async def is_name_taken(name: str, but_by: str) -> bool:
    """Whether another person with an account has a name that looks the same."""
    others = Person.filter(name_skeleton=name_skeleton(name)).exclude(id=but_by)
    return await others.exclude(role=Role.GUEST).exists()


async def is_number_taken(force: str, number: str) -> bool:
    """Whether an officer of the force has this number."""
    return await OfficerRecord.filter(number=number, person__force_id=force).exists()


async def set_name(person: str, name: str) -> None:
    """Set the name that a person chose; one that was taken from them before is forgotten."""
    await Person.filter(id=person).update(name=name, name_skeleton=name_skeleton(name), name_refused=None)


async def set_force(person: str, force: str) -> None:
    await Person.filter(id=person).update(force_id=force)


async def set_password(person: str, password_hash: str) -> None:
    """Set the password that a person chose behind a link sent to their address."""
    await Person.filter(id=person).update(password_hash=password_hash, email_confirmed_at=clock.now())


async def set_confirmed(officer: str) -> None:
    """Let an officer's record count from now on; nothing for one that counts already, or for who has none."""
    await OfficerRecord.filter(person_id=officer, confirmed_at=None).update(confirmed_at=clock.now())


async def staff_of(force: str | None) -> list[dict[str, Any]]:
    """The staff of a force by name (of all forces for None), with roles and since when they have been here."""
    staff = Person.filter(role__in=sorted(STAFF), **({"force_id": force} if force else {}))
    return await staff.order_by("name", "id").values(
        "id", "name", "role", "email", "created_at", "suspended_at", "password_hash", "force_id",
        "record__rank", "record__number", "record__confirmed_at",
    )  # fmt: skip


async def places_served(people: Collection[str]) -> list[dict[str, Any]]:
    """Which neighbourhoods these people serve, and since when."""
    served = PersonNeighbourhood.filter(person_id__in=list(people)).order_by("since", "neighbourhood_id")
    return await served.values("person_id", "neighbourhood_id", "since")


async def enrolled_by(people: Collection[str]) -> dict[str, str]:
    """The name of who enrolled each of these people, where somebody did."""
    acts = AuditEntry.filter(act="staff.enrol", subject_type="person", subject_id__in=list(people))
    actors = dict(await acts.values_list("subject_id", "actor_id"))
    names = dict(await Person.filter(id__in=list(actors.values())).values_list("id", "name"))
    return {person: names[actor] for person, actor in actors.items() if actor in names}
