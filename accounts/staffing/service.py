"""Acts on somebody who is on the staff: suspend, readmit, move, end the service, send a new link.

Each is one transaction with its reason in the audit, and is followed at once wherever the person is shown or acts.
"""

from functools import partial
from typing import Any

from aiohttp import web

from accounts import link_store
from accounts.factors.proof import check_proved
from accounts.sessions import store as session_store
from accounts.staffing import store
from accounts.staffing.checking import check_post
from accounts.staffing.confirmation_service import send_new_link
from accounts.staffing.consequences import follow_record, put_off_duty
from accounts.staffing.policy import access_staff_to_change, check_in_office, check_somebody_left
from accounts.staffing.posts import Post
from accounts.staffing.reasons import check_reason
from accounts.vouching.service import end_sheets_of
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Role, Scope, Viewer

JSON = dict[str, Any]


async def suspend(app: web.Application, viewer: Viewer, person: str, reason: str) -> None:
    """Take badge, rights and every sign-in away until somebody readmits them.

    Raises NotFound, NotAllowed (oneself too), ProofNeeded, Invalid (no reason), Conflict (suspended already, or the
    last administrator of the force), as all acts here do.
    """
    row, why = await _asked(viewer, person, reason)

    async def work() -> list[str]:
        await _check_may_go(viewer, row)
        return await suspend_row(viewer, person, why)

    await put_off_duty(app, person, await atomic(work))


async def suspend_row(viewer: Viewer, person: str, why: str) -> list[str]:
    """The rows of a suspension; gives the sessions that ended. Inside a transaction."""
    if not await store.set_suspended(person):
        raise Conflict(_("This person is suspended already."))
    await link_store.set_links_used(person)
    await end_sheets_of([person])
    await write_down(viewer, "staff.suspend", person, why)
    return await session_store.set_ended(person)


async def readmit(app: web.Application, viewer: Viewer, person: str, reason: str) -> None:
    """Give back what a suspension took; they sign in as they did before."""
    row, why = await _asked(viewer, person, reason)

    async def work() -> None:
        check_in_office(viewer, await store.lock_administrators(row["force_id"]))
        await readmit_row(viewer, person, why)

    await atomic(work)
    await follow_record(app, person)


async def readmit_row(viewer: Viewer, person: str, why: str) -> None:
    """The rows of it; inside a transaction."""
    if not await store.set_readmitted(person):
        raise Conflict(_("This person is not suspended."))
    # Whoever was half way in when the suspension came.
    await session_store.set_ended(person)
    await write_down(viewer, "staff.readmit", person, why)


async def move(
    app: web.Application, viewer: Viewer, person: str, reason: str, scope: str, neighbourhoods: tuple[str, ...]
) -> None:
    """Let somebody serve other neighbourhoods (ids or names), or all of the force, from now on, in open rooms too."""
    row, why = await _asked(viewer, person, reason)
    post = await check_post(viewer, Role(row["role"]), row["force_id"], scope, neighbourhoods)
    await atomic(partial(_move, viewer, row, post, why))
    await follow_record(app, person)


async def _move(viewer: Viewer, row: JSON, post: Post, why: str) -> None:
    if post.scope == Scope.NEIGHBOURHOODS:
        await _check_may_go(viewer, row)
    else:
        check_in_office(viewer, await store.lock_administrators(row["force_id"]))
    before = row["post"]
    await store.set_post(row["id"], post)
    details: dict[str, object] = {
        "scope": str(post.scope), "neighbourhoods": list(post.places), "scope_before": str(before.scope),
        "neighbourhoods_before": list(before.places),
    }  # fmt: skip
    await write_down(viewer, "staff.move", row["id"], why, details)


async def end_service(app: web.Application, viewer: Viewer, person: str, reason: str) -> None:
    """Let somebody leave the staff for good: no badge, no way in. Their words stay under their name."""
    row, why = await _asked(viewer, person, reason)

    async def work() -> list[str]:
        await _check_may_go(viewer, row)
        await link_store.set_links_used(person)
        await store.drop_waiting_about(person)
        await store.drop_factors(person)
        await store.set_left(person)
        role: dict[str, object] = {"role": str(row["role"])}
        await write_down(viewer, "staff.end", person, why, role, {"email": row["email"]})
        return await session_store.set_ended(person)

    await put_off_duty(app, person, await atomic(work))


async def send_link(viewer: Viewer, person: str, reason: str, origin: str) -> None:
    """Mail a new one-time link to somebody's own address: who has not come in yet, or lost what they sign in with."""
    row, why = await _asked(viewer, person, reason)
    if row["suspended_at"] is not None:
        raise Conflict(_("This person is suspended: readmit them first."))

    async def work() -> None:
        check_in_office(viewer, await store.lock_administrators(row["force_id"]))
        await write_down(viewer, "staff.renew_link", person, why)
        await send_new_link(row, origin, viewer, welcome=False)

    await atomic(work)


async def write_down(
    viewer: Viewer,
    act: str,
    person: str,
    why: str,
    details: dict[str, object] | None = None,
    personal: dict[str, object] | None = None,
) -> None:
    """An entry of the audit about somebody on the staff."""
    await add_entry(
        act=act, actor=viewer, subject_type="person", subject_id=person, reason=why, details=details, personal=personal
    )


async def _asked(viewer: Viewer, person: str, reason: str) -> tuple[JSON, str]:
    check_proved(viewer)
    return await access_staff_to_change(viewer, person), check_reason(reason)


async def _check_may_go(viewer: Viewer, row: JSON) -> None:
    administrators = await store.lock_administrators(row["force_id"])
    check_in_office(viewer, administrators)
    check_somebody_left(row["id"], row["force_id"], administrators)
