"""Whether who changes an account knows its password: a browser that was left open is not enough."""

from typing import Any

from aiohttp import web

from accounts.passwords import password_matches
from accounts.residents import store
from accounts.throttle import guess_for, guessed_right, guessed_wrong
from foundation.errors import Invalid, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer


async def access_own_login(viewer: Viewer) -> dict[str, Any]:
    """`id`, `email`, `password_hash` and `language` of who asks; raises NotAllowed for a guest, who has no address."""
    person = await store.login_of(str(viewer.id))
    if person["email"] is None:
        raise NotAllowed(
            _("You are here as a guest, without an account. Sign up first: you keep your name and your words.")
        )
    return person


async def check_knows_password(app: web.Application, person: dict[str, Any], password: str, address: str) -> None:
    """Raises Invalid where it is not the person's, TooFast, and NotAllowed for who signs in without one."""
    if person["password_hash"] is None:
        raise NotAllowed(_("You sign in without a password. Ask an administrator of your force to change this."))
    async with guess_for(app, person["email"], address):
        if await password_matches(password, person["password_hash"]):
            return await guessed_right(app, person["email"], address)
        await guessed_wrong(app, person["email"], address)
    raise Invalid.at("old_password", _("The password is wrong. Please check it and try again."))
