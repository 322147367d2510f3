"""Using a one-time link of staff: whoever holds it sets up how they sign in, once, and is in.

Nothing is used up until something is set up; what was set up before then opens nothing any more, for a link is asked
for when a device is lost.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from accounts import link_store
from accounts.above import person_changed
from accounts.factors import ceremonies, passkey_service, passkey_store, store
from accounts.factors.app_service import set_app
from accounts.factors.drafts import checked_step, new_draft, read_draft
from accounts.factors.letters import tell_changed
from accounts.factors.party import Party
from accounts.links import access_link, used_up
from accounts.passwords import check_new_password, hash_password
from accounts.sessions import store as session_store
from accounts.sessions.broadcast import sessions_ended
from accounts.sessions.entering import SignedIn, adopt_only_force, enter
from accounts.tokens import hash_of
from foundation.addresses import truncated
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.keys import LIMITS, SETTINGS
from foundation.permissions import Role, Viewer

Link = dict[str, Any]
SetFactor = Callable[[], Awaitable[object]]


async def open_link(app: web.Application, token: str, address: str) -> Link:
    """Whose link this is, without using it up: `person__name`, `person__email`, `purpose`; raises NotFound, Gone."""
    await app[LIMITS].check("link_address", address)
    return await access_link(token)


async def passkey_options(
    app: web.Application, viewer: Viewer, party: Party, token: str, address: str
) -> dict[str, Any]:
    """What to make a passkey with for the owner of a link; raises as `open_link` does."""
    link = await open_link(app, token, address)
    return await passkey_service.options_to_add(viewer, party, link["person_id"])


async def draft_with_password(app: web.Application, token: str, password: str, address: str) -> str:
    """A draft of an app with this password; raises Invalid where the password can't be taken, NotFound, Gone."""
    await open_link(app, token, address)
    check_new_password(password)
    return new_draft(app[SETTINGS], hash_of(token), await hash_password(password))


async def use_with_app(
    app: web.Application, token: str, sealed: str, code: str, address: str, device: str
) -> tuple[SignedIn, list[str]]:
    """Set password and app; gives the session and ten recovery codes. Raises Invalid (the code), NotFound, Gone."""
    link = await open_link(app, token, address)
    draft = read_draft(app[SETTINGS], hash_of(token), sealed)
    step, codes = checked_step(draft, code), []

    async def set_factor() -> None:
        await store.set_password(link["person_id"], draft.password_hash)
        codes.extend(await set_app(app, link["person_id"], draft, step))

    return await _use(app, token, link, "app", set_factor, address, device), codes


async def use_with_passkey(
    app: web.Application, viewer: Viewer, party: Party, token: str, answer: str, address: str, device: str
) -> SignedIn:
    """Set a passkey, and no password; raises Malformed, NotSignedIn (the answer is not true), NotFound, Gone."""
    link = await open_link(app, token, address)
    made = await passkey_service.check_new_passkey(viewer, party, link["person_id"], answer)
    return await _use(app, token, link, "passkey", lambda: _keep_only(link["person_id"], made, device), address, device)


async def use_with_password(app: web.Application, token: str, password: str, address: str, device: str) -> SignedIn:
    """Set a password alone: in the demonstration, where no second factor is asked for."""
    link = await open_link(app, token, address)
    check_new_password(password)
    hashed = await hash_password(password)
    person = link["person_id"]
    return await _use(app, token, link, "password", lambda: store.set_password(person, hashed), address, device)


async def _keep_only(person: str, made: ceremonies.Registered, device: str) -> None:
    await store.set_password(person, None)
    await passkey_store.add_passkey(person, made, device)


async def _use(
    app: web.Application, token: str, link: Link, factor: str, set_factor: SetFactor, address: str, device: str
) -> SignedIn:
    signed_in, ended = await atomic(lambda: _set(token, link, factor, set_factor, address, device))
    await sessions_ended(app, ended)
    await person_changed(app, link["person_id"])
    return signed_in


async def _set(
    token: str, link: Link, factor: str, set_factor: SetFactor, address: str, device: str
) -> tuple[SignedIn, list[str]]:
    if not await link_store.set_link_used(hash_of(token)):
        raise used_up()
    person, role = link["person_id"], Role(link["person__role"])
    had = await store.forget(person)
    await set_factor()
    await adopt_only_force(person, role, link["person__force_id"])
    ended = await session_store.set_ended(person)
    entered = await enter(person, role, device, "link.use", method="link", address=address)
    await _write_down(person, role, factor, address)
    if had:
        await tell_changed(await store.owner(person), "started_anew")
    return entered, ended


async def _write_down(person: str, role: Role, factor: str, address: str) -> None:
    actor = Viewer(id=person, role=role, address=truncated(address))
    await add_entry(act="factor.set", actor=actor, subject_type="person", subject_id=person, details={"factor": factor})
