"""The second administrator: confirms what another entered, and only then it counts; or refuses it."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from accounts import link_store
from accounts import store as people
from accounts.factors.proof import check_proved
from accounts.links import add_link
from accounts.names.collisions import take_names_like
from accounts.people import NewPerson
from accounts.staffing import letters, store
from accounts.staffing.checking import check_record
from accounts.staffing.consequences import follow_record
from accounts.staffing.entries import claim, write_down
from accounts.staffing.members import staff_member
from accounts.staffing.models import Enrolment
from accounts.staffing.policy import access_enrolment, check_both_cover, check_in_office, check_pair
from accounts.staffing.reasons import check_reason
from accounts.staffing.wanted import Wanted, wanted_of
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Role, Viewer


@dataclass(frozen=True)
class Confirmed:
    """Who is on the staff now, or as whom, by which name; an officer's keeps others out."""

    person: str
    officers_name: str | None
    renamed: tuple[str, ...] = ()


async def confirm_enrolment(app: web.Application, viewer: Viewer, enrolment: str, origin: str) -> str:
    """Let what another administrator entered count from now on; gives the person's id.

    Somebody new gets the one-time link by mail, to their own address. Raises NotFound, NotAllowed (who entered it, or
    who it is about), ProofNeeded, Conflict (decided already, or who entered it is no administrator any more), and
    Invalid or Conflict where the name, address or number is not free any more.
    """
    check_proved(viewer)
    row = await access_enrolment(viewer, enrolment)
    try:
        done = await atomic(lambda: _confirm(viewer, row, origin))
    except IntegrityError:
        raise Conflict(_("Somebody has an account with that address already.")) from None
    for changed in (done.person, *done.renamed, *await _take_names_again(done, viewer)):
        await follow_record(app, changed)
    return done.person


async def _take_names_again(done: Confirmed, viewer: Viewer) -> list[str]:
    """Whoever looked before the officer was entered, and wrote after the names were taken, slipped in between."""
    if (name := done.officers_name) is None:
        return []
    return await atomic(lambda: take_names_like(name, done.person, viewer))


async def refuse_enrolment(viewer: Viewer, enrolment: str, reason: str) -> None:
    """Let nothing come of it; any administrator may who could have confirmed it. Raises as confirming does."""
    check_proved(viewer)
    row = await access_enrolment(viewer, enrolment)
    why = check_reason(reason)
    await atomic(partial(_refuse, viewer, row, why))


async def _refuse(viewer: Viewer, row: Enrolment, why: str) -> None:
    check_in_office(viewer, await store.lock_administrators(row.force_id))
    await claim(row, viewer, refused=True)
    await store.set_reason(row, why)
    await write_down("staff.refuse", viewer, row.id, wanted_of(row), why)


async def _confirm(viewer: Viewer, row: Enrolment, origin: str) -> Confirmed:
    administrators = await store.lock_administrators(row.force_id)
    check_pair(row, viewer, administrators)
    await check_both_cover(row, viewer, administrators)
    await claim(row, viewer, refused=False)
    # Others may have come, or taken the number, since it was entered.
    wanted = await check_record(wanted_of(row))
    person = await (_change(wanted, origin, viewer) if wanted.person else _create(wanted, row, origin, viewer))
    await write_down("staff.confirm", viewer, row.id, replace(wanted, person=person))
    if wanted.post.role is not Role.OFFICER:
        return Confirmed(person, None)
    return Confirmed(person, wanted.name, tuple(await take_names_like(wanted.name, person, viewer)))


async def _create(wanted: Wanted, row: Enrolment, origin: str, viewer: Viewer) -> str:
    post = wanted.post
    person = await people.add_person(
        NewPerson(
            name=wanted.name, role=post.role, email=wanted.email, force=post.force, scope=post.scope, rank=wanted.rank,
            number=wanted.number, organisation=wanted.organisation, post=wanted.partner_post,
            neighbourhoods=post.places, confirmed=True,
        )
    )  # fmt: skip
    await store.set_enrolled(row.id, person)
    await send_new_link({"id": person, "name": wanted.name, "email": wanted.email}, origin, viewer, welcome=True)
    return person


async def _change(wanted: Wanted, origin: str, viewer: Viewer) -> str:
    before = await staff_member(id=str(wanted.person))
    if before is None:
        raise Conflict(_("This person has left meanwhile. Refuse this entry."))
    await store.set_record(before["id"], wanted)
    if before["email"] != wanted.email:
        await _move_address(before, wanted, origin, viewer)
    return str(before["id"])


async def _move_address(before: dict[str, Any], wanted: Wanted, origin: str, viewer: Viewer) -> None:
    """A link to the old address opens nothing; who has not come in yet gets theirs at the new one."""
    await link_store.set_links_used(before["id"])
    if before["email"]:
        await letters.tell_old_address(before, before["email"])
    if not await store.has_come_in(before["id"]) and before["suspended_at"] is None:
        await send_new_link(before | {"name": wanted.name, "email": wanted.email}, origin, viewer, welcome=True)


async def send_new_link(to: dict[str, Any], origin: str, viewer: Viewer, *, welcome: bool) -> None:
    """Make a one-time link and mail it to its owner; inside a transaction. `to`: `id`, `name`, `email`, `language`."""
    link = await add_link(to["id"], "enrol")
    await letters.send_link(to, link, origin, welcome=welcome)
    await add_entry(act="staff.send_link", actor=viewer, subject_type="person", subject_id=to["id"])
