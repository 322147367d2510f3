"""Proving again who one is, before a sensitive act: it starts a new session, as a sign-in does.

The session before ends: whoever might have had its token does not come to hold a proven one.
"""

from aiohttp import web

from accounts.factors import passkey_service, passkey_store, store
from accounts.factors.party import Party
from accounts.factors.second_service import ask_second
from accounts.guesses import note_wrong
from accounts.passwords import password_matches
from accounts.sessions import store as session_store
from accounts.sessions.broadcast import sessions_ended
from accounts.sessions.entering import SignedIn, enter
from accounts.throttle import guess_for, guessed_right
from foundation.database import atomic
from foundation.errors import NotSignedIn
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Role, Viewer


async def ways_to_prove(app: web.Application, viewer: Viewer) -> dict[str, bool]:
    """`password`, `code` (asked with the password), `passkey`: what a person can prove it with."""
    person, demonstration = str(viewer.id), app[SETTINGS].demonstration
    kept = await passkey_store.passkeys_of(person)
    has_app = await store.app_of(person) is not None
    has_password = (await store.owner(person))["password_hash"] is not None
    return {
        "password": has_password and (has_app or demonstration or not viewer.is_enrolled),
        "code": has_app and not demonstration,
        "passkey": any(not key["refused_at"] for key in kept),
    }


async def prove_by_password(
    app: web.Application, viewer: Viewer, password: str, code: str, address: str, device: str
) -> SignedIn:
    """A new session in place of this one. Raises NotSignedIn with the field that is wrong, and TooFast."""
    person = await store.owner(str(viewer.id))
    email = person["email"] or person["id"]
    async with guess_for(app, email, address):
        if not await password_matches(password, person["password_hash"]):
            await note_wrong(app, person["id"], email, address, "password")
            raise NotSignedIn.at("password", _("The password is wrong. Please check it and try again."))
        try:
            method = await ask_second(app, person["id"], code, address)
        except NotSignedIn as refusal:
            raise NotSignedIn.at("code", refusal.message) from None
        await guessed_right(app, email, address)
    return await _renew(app, viewer, method, address, device)


async def prove_by_passkey(
    app: web.Application, viewer: Viewer, party: Party, answer: str, address: str, device: str
) -> SignedIn:
    """A new session in place of this one; raises as a sign-in by passkey does."""
    await passkey_service.prove(app, viewer, party, answer, address)
    return await _renew(app, viewer, "passkey", address, device)


async def _renew(app: web.Application, viewer: Viewer, method: str, address: str, device: str) -> SignedIn:
    signed_in, ended = await atomic(lambda: _replace(viewer, method, address, device))
    await sessions_ended(app, ended)
    return signed_in


async def _replace(viewer: Viewer, method: str, address: str, device: str) -> tuple[SignedIn, list[str]]:
    person, role = str(viewer.id), Role(str(viewer.role))
    ended = await session_store.set_ended(person, viewer.session)
    if not ended:
        # Signed out everywhere, suspended or closed while the password was looked at: that holds.
        raise NotSignedIn(_("This sign-in has ended. Please sign in again."))
    return await enter(person, role, device, "session.prove", method=method, address=address), ended
