"""Another password: by who knows the old one, or by a link that was mailed to who forgot it."""

from dataclasses import replace
from typing import Any

from aiohttp import web

from accounts import link_store
from accounts.emails import check_email
from accounts.factors.proof import check_proved
from accounts.links import access_link, add_link, used_up
from accounts.passwords import check_new_password, hash_password
from accounts.residents import store
from accounts.residents.constant_time import steadily
from accounts.residents.letters import mail_password_changed, mail_reset, mail_reset_by_staff
from accounts.residents.mail_limits import check_may_mail
from accounts.residents.own_login import access_own_login, check_knows_password
from accounts.sessions import store as session_store
from accounts.sessions.broadcast import sessions_ended
from accounts.sessions.entering import SignedIn, enter
from accounts.store import set_password
from accounts.tokens import hash_of
from foundation.addresses import truncated
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.keys import LIMITS
from foundation.permissions import READER, Role, Viewer

_FORGOTTEN = ("forgotten",)


async def check_may_change_password(viewer: Viewer) -> None:
    """Raises NotAllowed for who has none, and ProofNeeded for who was enrolled and has not proved it lately."""
    await access_own_login(viewer)
    if viewer.is_enrolled:
        check_proved(viewer)


async def change_password(app: web.Application, viewer: Viewer, old: str, new: str, origin: str, address: str) -> None:
    """Take another password, end all other sessions, and tell by mail.

    Raises as `check_may_change_password`, Invalid (the old one is wrong, the new one can't be taken) and TooFast.
    """
    await check_may_change_password(viewer)
    person = await access_own_login(viewer)
    check_new_password(new)
    await check_knows_password(app, person, old, address)
    hashed = await hash_password(new)
    ended = await atomic(lambda: _change(viewer, person, hashed, origin))
    await sessions_ended(app, ended)


async def _change(viewer: Viewer, person: dict[str, Any], hashed: str, origin: str) -> list[str]:
    await _set(person["id"], hashed)
    ended = await session_store.set_ended(person["id"], but=viewer.session)
    await add_entry(act="password.change", actor=viewer, subject_type="person", subject_id=person["id"])
    await mail_password_changed(person["email"], person["language"], origin)
    return ended


async def ask_reset(app: web.Application, viewer: Viewer, email: str, origin: str, address: str) -> None:
    """Mail a link that sets another password, where the address is known; the answer is the same, in time too.

    Raises Invalid for what is no address, and TooFast.
    """
    known = check_email(email)
    await check_may_mail(app, known, address)
    async with steadily():
        await atomic(lambda: _ask(viewer, known, origin))


async def _ask(viewer: Viewer, email: str, origin: str) -> None:
    found = await store.account_of(email)
    subject = found["id"] if found else ""
    await add_entry(act="password.forget", actor=viewer, subject_type="person", subject_id=subject)
    if not found or found["suspended_at"]:
        return
    if found["role"] != Role.RESIDENT:
        return await mail_reset_by_staff(email, found["language"])
    link = await add_link(found["id"], "forgotten")
    await mail_reset(email, found["language"], origin + link.path)


async def open_reset(app: web.Application, token: str, address: str) -> dict[str, Any]:
    """Whose link this is, without using it up; raises NotFound, Gone (used, late, or no account any more), TooFast."""
    await app[LIMITS].check("link_address", address)
    link = await access_link(token, _FORGOTTEN)
    if link["person__role"] != Role.RESIDENT:
        raise used_up()
    return link


async def reset_password(
    app: web.Application, token: str, password: str, origin: str, address: str, device: str
) -> SignedIn:
    """Set the password of who forgot theirs, end all their sessions, tell them by mail, and sign them in.

    Raises as `open_reset`, and Invalid where the password can't be taken.
    """
    link = await open_reset(app, token, address)
    check_new_password(password)
    hashed = await hash_password(password)
    signed_in, ended = await atomic(lambda: _reset(token, link, hashed, origin, address, device))
    await sessions_ended(app, ended)
    return signed_in


async def _reset(
    token: str, link: dict[str, Any], hashed: str, origin: str, address: str, device: str
) -> tuple[SignedIn, list[str]]:
    if not await link_store.set_link_used(hash_of(token)):
        raise used_up()
    person = link["person_id"]
    await _set(person, hashed)
    ended = await session_store.set_ended(person)
    actor = replace(READER, id=person, role=Role.RESIDENT, address=truncated(address))
    await add_entry(act="password.reset", actor=actor, subject_type="person", subject_id=person)
    await mail_password_changed(link["person__email"], link["person__language"], origin)
    return await enter(person, Role.RESIDENT, device, "session.start", method="link", address=address), ended


async def _set(person: str, hashed: str) -> None:
    """Every other link lapses too: a change of address that a thief asked for, a second letter."""
    await set_password(person, hashed)
    await link_store.set_links_used(person)
