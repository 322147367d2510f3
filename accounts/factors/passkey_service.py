"""Passkeys: what a browser is asked, and what its answer lets its owner do."""

from typing import Any

from aiohttp import web
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.structs import AuthenticationCredential

from accounts.factors import ceremonies, passkey_store, store
from accounts.factors.challenges import new_challenge, use_challenge
from accounts.factors.clones import stop_clone
from accounts.factors.party import Party
from accounts.guesses import note_refused
from accounts.sessions.entering import SignedIn, adopt_only_force, enter
from foundation.database import atomic
from foundation.errors import Conflict, NotSignedIn
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Role, Viewer

SIGN_IN, PROVE, ADD = "sign_in", "prove", "add"


async def options_for_sign_in(app: web.Application, viewer: Viewer, party: Party, address: str) -> dict[str, Any]:
    """For anybody, who need not say who they are; raises TooFast."""
    await app[LIMITS].check("passkey_address", address)
    return ceremonies.options_to_prove(party, await new_challenge(viewer, SIGN_IN, None), [])


async def options_to_prove(app: web.Application, viewer: Viewer, party: Party, address: str) -> dict[str, Any]:
    """For who is signed in and has a passkey; raises Conflict for who has none, and TooFast."""
    await app[LIMITS].check("passkey_address", address)
    kept = await _credentials(str(viewer.id))
    if not kept:
        raise Conflict(_("You have no passkey here. Show in another way that it is you."))
    return ceremonies.options_to_prove(party, await new_challenge(viewer, PROVE, viewer.id), kept)


async def options_to_add(viewer: Viewer, party: Party, person: str) -> dict[str, Any]:
    """For a new passkey of a person, whom the browser of `viewer` may set one for."""
    owner = await store.owner(person)
    challenge = await new_challenge(viewer, ADD, person)
    return ceremonies.options_to_register(party, challenge, owner, await _credentials(person))


async def check_new_passkey(viewer: Viewer, party: Party, person: str, answer: str) -> ceremonies.Registered:
    """The passkey that a browser has just made for a person; raises Malformed and NotSignedIn."""
    credential = ceremonies.read_registration(answer)
    challenge = ceremonies.challenge_in(credential)
    await use_challenge(viewer, ADD, person, challenge)
    return ceremonies.verified_registration(party, challenge, credential)


async def sign_in(
    app: web.Application, viewer: Viewer, party: Party, answer: str, address: str, device: str
) -> SignedIn:
    """Start a session by passkey; raises NotSignedIn with what is wrong, Malformed and TooFast."""
    await app[LIMITS].check("sign_in_address", address)
    key = await _proved(viewer, party, answer, SIGN_IN, address)
    person, role = key["person_id"], Role(key["person__role"])
    await adopt_only_force(person, role, key["person__force_id"])
    return await atomic(lambda: enter(person, role, device, "session.start", method="passkey", address=address))


async def prove(app: web.Application, viewer: Viewer, party: Party, answer: str, address: str) -> None:
    """That who is signed in has a passkey of theirs at hand; raises as `sign_in` does."""
    await app[LIMITS].check("sign_in_address", address)
    await _proved(viewer, party, answer, PROVE, address)


async def _proved(viewer: Viewer, party: Party, answer: str, purpose: str, address: str) -> dict[str, Any]:
    """The passkey that answered, once everything about it holds; each refusal is written down."""
    credential = ceremonies.read_assertion(answer)
    challenge = ceremonies.challenge_in(credential)
    key = await passkey_store.passkey_of_credential(bytes_to_base64url(credential.raw_id))
    try:
        await use_challenge(viewer, purpose, viewer.id if purpose == PROVE else None, challenge)
        return await _checked(viewer if purpose == PROVE else None, party, challenge, credential, key)
    except NotSignedIn:
        await note_refused(key["person_id"] if key else "", address, "passkey")
        raise


async def _checked(
    owner: Viewer | None,
    party: Party,
    challenge: bytes,
    credential: AuthenticationCredential,
    key: dict[str, Any] | None,
) -> dict[str, Any]:
    if key is None:
        raise NotSignedIn(_("This site doesn’t know that passkey: it was removed, or is another site’s. Use another."))
    handle = credential.response.user_handle
    if (handle and handle.decode(errors="replace") != key["person_id"]) or (owner and owner.id != key["person_id"]):
        raise ceremonies.untrue()
    count = ceremonies.verified_count(party, challenge, credential, key["public_key"])
    _check_usable(key)
    if not await atomic(lambda: passkey_store.set_count(key["id"], count)):
        await stop_clone(key)
        raise _stopped()
    return key


def _check_usable(key: dict[str, Any]) -> None:
    if key["person__suspended_at"] or key["person__closed_at"]:
        raise NotSignedIn(_("This account can’t be used now. Ask an administrator of your force."))
    if key["refused_at"]:
        raise _stopped()


def _stopped() -> NotSignedIn:
    return NotSignedIn(
        _("This passkey was stopped: there are signs that somebody has a copy of it. Ask an administrator for help.")
    )


async def _credentials(person: str) -> list[str]:
    kept = await passkey_store.passkeys_of(person)
    return [str(key["credential_id"]) for key in kept if not key["refused_at"]]
