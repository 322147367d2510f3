"""What whoever runs the server does at its command line: the first administrator, and emergencies."""

from accounts import store as people
from accounts.emails import check_email
from accounts.links import NewLink, add_link
from accounts.people import NewPerson
from accounts.sessions.entering import only_force
from accounts.staffing.members import staff_member
from accounts.staffing.reasons import check_reason
from accounts.staffing.service import readmit_row, suspend_row
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotFound
from foundation.language import _
from foundation.permissions import READER, Role


async def create_admin_link(email: str) -> NewLink:
    """A link that ends in an hour, for a new administrator or one who can't get in; by the command line only.

    Raises Invalid for what is no address, and Conflict where somebody else than an administrator has it.
    """
    address = check_email(email)
    known = await people.person_of_email(address)
    if known and known["role"] != Role.ADMINISTRATOR:
        raise Conflict(_("Somebody who is not an administrator has that address already. Use another."))
    if known and known["suspended_at"] is not None:
        raise Conflict(_("This administrator is suspended. Readmit them first: bluelamp readmit EMAIL REASON."))
    return await atomic(lambda: _add_administrator(address, known["id"] if known else None))


async def _add_administrator(email: str, known: str | None) -> NewLink:
    # Nobody was asked for a name: the part before the @ stands until its owner changes it.
    name = " ".join(part.capitalize() for part in email.partition("@")[0].replace(".", " ").split())[:40]
    person = known or await people.add_person(
        NewPerson(name=name, role=Role.ADMINISTRATOR, email=email, force=await only_force())
    )
    await add_entry(act="administrator.invite", actor=READER, subject_type="person", subject_id=person)
    return await add_link(person, "administrator")


async def suspend_by_operator(email: str, reason: str) -> str:
    """Suspend anybody on the staff, the last administrator too; gives the name.

    Running servers follow the rows within about a second. Raises NotFound, Invalid, Conflict.
    """
    person, name, why = await _asked(email, reason)
    await atomic(lambda: suspend_row(READER, person, why))
    return name


async def readmit_by_operator(email: str, reason: str) -> str:
    """Readmit somebody who was suspended; gives the name. Raises NotFound, Invalid, Conflict."""
    person, name, why = await _asked(email, reason)
    await atomic(lambda: readmit_row(READER, person, why))
    return name


async def _asked(email: str, reason: str) -> tuple[str, str, str]:
    row = await staff_member(email=check_email(email))
    if row is None:
        raise NotFound(_("Nobody on the staff has that address."))
    return row["id"], row["name"], check_reason(reason)
