"""Signing in by password, with the code of an authenticator app where somebody has one."""

from typing import Any

from aiohttp import web

from accounts import store
from accounts.emails import plain_email
from accounts.factors import store as factor_store
from accounts.factors.refusals import CodeNeeded
from accounts.factors.second_service import ask_second
from accounts.factors.tickets import new_ticket, person_of_ticket, still_holds, too_late
from accounts.guesses import note_wrong
from accounts.passwords import password_matches
from accounts.sessions.entering import SignedIn, adopt_only_force, enter
from accounts.throttle import guess_for, guessed_right
from foundation.database import atomic
from foundation.errors import NotSignedIn
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import READER, Role, Viewer


async def sign_in(
    app: web.Application,
    email: str,
    password: str,
    address: str,
    device: str,
    *,
    code: str = "",
    viewer: Viewer = READER,
) -> SignedIn:
    """Start a session by password, from a network address; `viewer` is who the browser was until now.

    Raises NotSignedIn, the same in words and time for a wrong password and an unknown address, what `ask_second`
    raises (CodeNeeded carries a ticket for `sign_in_by_ticket`), and TooFast.
    """
    async with guess_for(app, email, address):
        found = await _person_by_password(app, email, password, address)
        try:
            return await _go_on(app, found, email, code, address, device)
        except CodeNeeded as needed:
            needed.ticket = new_ticket(app[SETTINGS], viewer, found)
            raise


async def sign_in_by_ticket(
    app: web.Application, viewer: Viewer, ticket: str, code: str, address: str, device: str
) -> SignedIn:
    """Go on with a sign-in that only a code was missing from; raises as `sign_in` does."""
    person = await factor_store.owner(person_of_ticket(app[SETTINGS], viewer, ticket))
    if not person["email"] or person["suspended_at"] or not still_holds(app[SETTINGS], ticket, person):
        raise too_late()
    async with guess_for(app, person["email"], address):
        return await _go_on(app, person, person["email"], code, address, device)


async def _go_on(
    app: web.Application, found: dict[str, Any], email: str, code: str, address: str, device: str
) -> SignedIn:
    method = await ask_second(app, found["id"], code, address)
    # Only now: a right password must not make room for more guesses at the code.
    await guessed_right(app, email, address)
    role = Role(found["role"])
    await adopt_only_force(found["id"], role, found["force_id"])
    return await atomic(lambda: enter(found["id"], role, device, "session.start", method=method, address=address))


async def _person_by_password(app: web.Application, email: str, password: str, address: str) -> dict[str, Any]:
    known = plain_email(email)
    found = await store.person_of_email(known) if known else None
    right = await password_matches(password, found["password_hash"] if found else None)
    if found is not None and right and not found["suspended_at"]:
        return found
    await note_wrong(app, found["id"] if found else "", email, address, "password")
    raise NotSignedIn(_("The e-mail address or the password is wrong. Please check both and try again."))
