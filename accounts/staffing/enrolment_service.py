"""Entering staff, or a change of their record: nothing of it counts until another administrator has confirmed it."""

from typing import Any

from accounts.factors.proof import check_proved
from accounts.staffing import letters, store
from accounts.staffing.checking import check_change, check_new
from accounts.staffing.entries import claim, write_down
from accounts.staffing.members import badge_of, is_unconfirmed
from accounts.staffing.policy import access_enrolment, access_staff, check_covers, check_in_office
from accounts.staffing.wanted import NewStaff, StaffChange, Wanted, wanted_of
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer


async def enrol_staff(viewer: Viewer, asked: NewStaff, origin: str) -> str:
    """Enter somebody; gives the enrolment's id. `origin` is this site's, for the mail to the other administrators.

    Raises NotAllowed, ProofNeeded, Invalid (with the field that is wrong) and Conflict (the address has an account).
    """
    check_proved(viewer)
    wanted = await check_new(viewer, asked)
    return await atomic(lambda: _enter(viewer, wanted, origin, "staff.enrol"))


async def ask_for_change(viewer: Viewer, person: str, asked: StaffChange, origin: str) -> str:
    """Enter another name, address or badge of staff, or of a partner; raises as `enrol_staff`, and NotFound."""
    check_proved(viewer)
    row = await access_staff(viewer, person)
    check_covers(viewer, row["post"])
    wanted = await check_change(asked, person, row["post"])
    before = {"name": row["name"], "email": row["email"], **badge_of(row)}
    if before == {"name": wanted.name, "email": wanted.email, **wanted.record()} and _is_confirmed(row):
        raise Invalid(_("Nothing here is different from the record. Change something first."))
    if any(wanted_of(each).person == person for each in await store.waiting_in(row["force_id"])):
        raise Conflict(_("A change of this record is waiting already. Decide on it first."))
    return await atomic(lambda: _enter(viewer, wanted, origin, "staff.ask_change"))


async def _enter(viewer: Viewer, wanted: Wanted, origin: str, act: str) -> str:
    administrators = await store.lock_administrators(wanted.post.force)
    check_in_office(viewer, administrators)
    id_ = await store.add_enrolment(wanted, str(viewer.id))
    await write_down(act, viewer, id_, wanted)
    for other in await store.administrators_of(wanted.post.force):
        if other["id"] not in (viewer.id, wanted.person):
            await letters.tell_of_waiting(other, viewer.name, f"{origin}/admin/enrolments/{id_}")
    return id_


async def withdraw_enrolment(viewer: Viewer, enrolment: str) -> None:
    """Take back what one entered oneself, while it waits. Raises NotFound, NotAllowed, Conflict."""
    row = await access_enrolment(viewer, enrolment)
    if str(row.enrolled_by_id) != viewer.id:  # type: ignore[attr-defined]  # Tortoise adds it to the relation
        raise NotAllowed(_("Only the person who entered this can take it back. You can refuse it."))

    async def work() -> None:
        await claim(row, viewer, refused=True)
        await write_down("staff.withdraw", viewer, row.id, wanted_of(row))

    await atomic(work)


def _is_confirmed(row: dict[str, Any]) -> bool:
    """An officer's record from before there were two administrators may still wait for the second."""
    return not is_unconfirmed(row)
