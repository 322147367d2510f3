"""How staff come to be: enrolled by an administrator, or an administrator by whoever runs the server."""

from dataclasses import dataclass
from typing import Any

from tortoise.exceptions import IntegrityError

from accounts import store
from accounts.emails import check_email
from accounts.entering import only_force
from accounts.links import NewLink, add_link
from accounts.names import check_name, check_officers_name
from accounts.people import NewPerson, public_person
from accounts.policy import (
    ENROLLED,
    access_force_to_staff,
    access_places_to_staff,
    access_staff_to_invite,
    staffed_places,
)
from accounts.ranks import check_number, check_rank
from foundation.audit import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, FieldError, Invalid
from foundation.language import _
from foundation.permissions import READER, Role, Viewer
from neighbourhoods.atlas import current_atlas


@dataclass(frozen=True)
class NewStaff:
    """An officer or a moderator as an administrator enters them.

    `rank`, `number` and `neighbourhoods` (ids or names) are an officer's. `force` counts only where the administrator
    serves none of their own.
    """

    name: str
    email: str
    role: str
    rank: str = ""
    number: str = ""
    neighbourhoods: tuple[str, ...] = ()
    force: str = ""


async def create_staff(viewer: Viewer, asked: NewStaff) -> NewLink:
    """Enrol an officer or a moderator of the administrator's force; the link ends in 24 hours.

    Raises NotAllowed, Invalid (with the field that is wrong) and Conflict (the address has an account).
    """
    force = await access_force_to_staff(viewer, asked.force)
    new = await _checked(viewer, asked, force)
    try:
        return await atomic(lambda: _enrol(viewer, new))
    except IntegrityError:
        raise _email_taken() from None


async def _checked(viewer: Viewer, asked: NewStaff, force: str) -> NewPerson:
    if asked.role not in ENROLLED:
        raise _wrong("role", _("Choose officer or moderator."))
    email = check_email(asked.email)
    if await store.person_of_email(email):
        raise _email_taken()
    if asked.role == Role.MODERATOR:
        return NewPerson(name=await check_name(asked.name), role=Role.MODERATOR, email=email, force=force)
    number = check_number(asked.number)
    if await store.is_number_taken(force, number):
        raise _wrong("number", _("Another officer of the force has that number."))
    return NewPerson(
        name=check_officers_name(asked.name),
        role=Role.OFFICER,
        email=email,
        force=force,
        rank=check_rank(asked.rank),
        number=number,
        neighbourhoods=await access_places_to_staff(viewer, force, asked.neighbourhoods),
    )


async def _enrol(viewer: Viewer, new: NewPerson) -> NewLink:
    person = await store.add_person(new)
    await add_entry(
        act="staff.enrol", actor=viewer, subject_type="person", subject_id=person, details={"role": str(new.role)}
    )
    return await add_link(person, "enrol")


async def renew_link(viewer: Viewer, person: str) -> NewLink:
    """A new link for staff of the force who have not used theirs; raises NotFound for anybody else."""
    await access_staff_to_invite(viewer, person)
    return await atomic(lambda: _renew(viewer, person))


async def _renew(viewer: Viewer, person: str) -> NewLink:
    await add_entry(act="staff.invite", actor=viewer, subject_type="person", subject_id=person)
    return await add_link(person, "enrol")


async def create_admin_link(email: str) -> NewLink:
    """A link that ends in an hour, for a new administrator or one who can't get in; by the command line only.

    Raises Invalid for what is no address, and Conflict where somebody else than an administrator has it.
    """
    address = check_email(email)
    known = await store.person_of_email(address)
    if known and known["role"] != Role.ADMINISTRATOR:
        raise Conflict(_("Somebody who is not an administrator has that address already. Use another."))
    return await atomic(lambda: _add_administrator(address, known["id"] if known else None))


async def _add_administrator(email: str, known: str | None) -> NewLink:
    # Nobody was asked for a name: the part before the @ stands until its owner changes it.
    name = " ".join(part.capitalize() for part in email.partition("@")[0].replace(".", " ").split())[:40]
    person = known or await store.add_person(
        NewPerson(name=name, role=Role.ADMINISTRATOR, email=email, force=await only_force())
    )
    await add_entry(act="administrator.invite", actor=READER, subject_type="person", subject_id=person)
    return await add_link(person, "administrator")


async def forces_to_choose(viewer: Viewer) -> list[tuple[str, str]]:
    """Id and name of the forces that an administrator who serves none can enrol for; none where there is no choice."""
    forces = {place.force_id: place.force_name for place in await staffed_places(viewer)}
    return sorted(forces.items()) if len(forces) > 1 else []


async def staff_holding(viewer: Viewer) -> list[dict[str, Any]]:
    """Who holds what in the administrator's force, since when and by whom.

    `{person, email, neighbourhoods: [Place], since, by, signed_in_ever}`; `by` is a name, or empty.
    """
    rows = await store.staff_of(viewer.force)
    ids = [row["id"] for row in rows]
    served, enrolled_by = await store.places_served(ids), await store.enrolled_by(ids)
    places = (await current_atlas()).places
    return [
        {
            "person": public_person(row),
            "email": row["email"],
            "neighbourhoods": [places[one["neighbourhood_id"]] for one in served if one["person_id"] == row["id"]],
            "since": row["created_at"],
            "by": enrolled_by.get(row["id"], ""),
            "signed_in_ever": row["password_hash"] is not None,
        }
        for row in rows
    ]


def _email_taken() -> Conflict:
    sentence = _("Somebody has an account with that address already.")
    return Conflict(sentence, fields=[FieldError("email", sentence)])


def _wrong(field: str, sentence: str) -> Invalid:
    return Invalid(sentence, fields=[FieldError(field, sentence)])
