"""Guests: under a name, without an account."""

from aiohttp import web

from accounts import store
from accounts.above import check_may_be_shown
from accounts.names import store as name_store
from accounts.names.checking import check_name, check_unlike_staff
from accounts.people import NewPerson
from accounts.sessions.entering import SignedIn, enter
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Role


async def join_as_guest(app: web.Application, name: str, address: str, device: str) -> SignedIn:
    """Let somebody in under a name, without an account.

    Raises Invalid where the name is refused, or is the full name of somebody with an account, and TooFast.
    """
    await app[LIMITS].check("guest_address", address)
    kept = await check_name(name)
    await check_may_be_shown(app, kept, None)
    return await atomic(lambda: _add_guest(kept, address, device))


async def _add_guest(name: str, address: str, device: str) -> SignedIn:
    # One word is nobody's own: there are many called Rosa, and a guest says so.
    if " " in name and await name_store.is_an_accounts(name):
        raise Invalid.at(
            "name", _("Somebody with an account has that name. If it is you, sign in. Otherwise add an initial.")
        )
    await check_unlike_staff(name)
    guest = await store.add_person(NewPerson(name=name, role=Role.GUEST))
    return await enter(guest, Role.GUEST, device, "guest.join", method="guest", address=address)
