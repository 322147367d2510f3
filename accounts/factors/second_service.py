"""The second factor: what somebody whose password was right is asked for besides, and whether they have it."""

from typing import Any

from aiohttp import web

from accounts.factors import store
from accounts.factors.code_service import actor_of, take_code
from accounts.factors.refusals import CodeNeeded, FactorMissing, PasskeyNeeded
from accounts.guesses import note_wrong
from foundation.addresses import truncated
from foundation.database import atomic
from foundation.errors import NotSignedIn
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.permissions import ENROLLED, Role


async def ask_second(app: web.Application, person: str, code: str, address: str) -> str:
    """Gives how the person proved it: `password` alone where nothing more is asked of them, or `code`.

    Raises CodeNeeded where no code came, NotSignedIn for a wrong one, PasskeyNeeded and FactorMissing for staff and
    partners who have no app, TooFast. Nothing more is asked in the demonstration, and of residents without an app.
    """
    if app[SETTINGS].demonstration:
        return "password"
    owner = await store.owner(person)
    if await store.app_of(person) is None:
        await _check_may_do_without(owner)
        return "password"
    if not code.strip():
        raise CodeNeeded(_("Enter the six digits that your authenticator app shows, or a recovery code."))
    await _check_code(app, owner, code, address)
    return "code"


async def _check_may_do_without(owner: dict[str, Any]) -> None:
    if Role(owner["role"]) not in ENROLLED:
        return
    if await store.holders([owner["id"]]):
        raise PasskeyNeeded(_("You sign in with a passkey. Choose “Sign in with a passkey” on this page."))
    sentence = _(
        "Officers, staff and partners need more than a password to sign in. Ask an administrator of your force for a"
        " one-time link: with it you set up a passkey, or an authenticator app."
    )
    raise FactorMissing(sentence)


async def _check_code(app: web.Application, owner: dict[str, Any], code: str, address: str) -> None:
    if await app[LIMITS].full("code_account", owner["id"]):
        await app[LIMITS].check("code_account", owner["id"])
    actor = actor_of(owner, truncated(address))
    if await atomic(lambda: take_code(app, owner, code, actor)):
        return
    await app[LIMITS].check("code_account", owner["id"])
    await note_wrong(app, owner["id"], owner["email"], address, "code")
    raise NotSignedIn(
        _("That code is wrong, or was used already. Wait for the next one in your app, or use a recovery code.")
    )
