"""Using a one-time link: its owner sets a password and is in."""

from typing import Any

from aiohttp import web

from accounts import session_store, store
from accounts.above import person_changed
from accounts.broadcast import sessions_ended
from accounts.entering import SignedIn, adopt_only_force, enter
from accounts.links import access_link, used_up
from accounts.passwords import check_new_password, hash_password
from accounts.tokens import hash_of
from foundation.database import atomic
from foundation.keys import LIMITS
from foundation.permissions import Role


async def open_link(app: web.Application, token: str, address: str) -> dict[str, Any]:
    """Whose link this is, without using it up: `person__name`, `person__email`, `purpose`; raises NotFound, Gone."""
    await app[LIMITS].check("link_address", address)
    return await access_link(token)


async def use_link(app: web.Application, token: str, password: str, address: str, device: str) -> SignedIn:
    """Set the password, confirm an officer's record, end all older sessions, and start one.

    Raises NotFound (no such link), Gone (used or late), Invalid (the password can't be taken), TooFast.
    """
    link = await open_link(app, token, address)
    check_new_password(password)
    hashed = await hash_password(password)
    signed_in, ended = await atomic(lambda: _use(token, link, hashed, address, device))
    await sessions_ended(app, ended)
    await person_changed(app, link["person_id"])
    return signed_in


async def _use(token: str, link: dict[str, Any], hashed: str, address: str, device: str) -> tuple[SignedIn, list[str]]:
    if not await session_store.set_link_used(hash_of(token)):
        raise used_up()
    person, role = link["person_id"], Role(link["person__role"])
    await store.set_password(person, hashed)
    await store.set_confirmed(person)
    await adopt_only_force(person, role, link["person__force_id"])
    ended = await session_store.set_ended(person)
    return await enter(person, role, device, "link.use", method="link", address=address), ended
