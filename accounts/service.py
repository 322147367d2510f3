"""The verbs that need no account of one's own: joining as a guest, and reading what is known of oneself."""

from typing import Any

from aiohttp import web

from accounts import store
from accounts.names import store as name_store
from accounts.names.checking import check_name, check_unlike_staff
from accounts.people import NewPerson, person, tier_of
from accounts.sessions.entering import SignedIn, enter
from foundation.database import atomic
from foundation.errors import Conflict, FieldError
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place


async def join_as_guest(app: web.Application, name: str, address: str, device: str) -> SignedIn:
    """Let somebody in under a name, without an account.

    Raises Invalid where the name is refused, Conflict where it is the full name of somebody with an account, TooFast.
    """
    await app[LIMITS].check("guest_address", address)
    kept = await check_name(name)
    # One word is nobody's own: there are many called Rosa, and a guest says so.
    if " " in kept and await name_store.is_an_accounts(kept):
        sentence = _("Somebody with an account has that name. If it is you, sign in; else add an initial or a place.")
        raise Conflict(sentence, fields=[FieldError("name", sentence)])
    return await atomic(lambda: _add_guest(kept, address, device))


async def _add_guest(name: str, address: str, device: str) -> SignedIn:
    await check_unlike_staff(name)
    guest = await store.add_person(NewPerson(name=name, role=Role.GUEST))
    return await enter(guest, Role.GUEST, device, "guest.join", method="guest", address=address)


async def own_account(viewer: Viewer) -> dict[str, Any]:
    """`person`, `email`, `tier`, and the id of the home `neighbourhood`, of who asks."""
    row = await store.own_person(str(viewer.id))
    return {
        "person": await person(str(viewer.id)),
        "email": row["email"],
        "tier": tier_of(row),
        "neighbourhood": row["neighbourhood_id"],
    }


async def own_places(viewer: Viewer) -> list[Place]:
    """The neighbourhoods that an officer serves, or the one that a resident lives in."""
    places = (await current_atlas()).places
    return [places[id_] for id_ in sorted(viewer.neighbourhoods)]
