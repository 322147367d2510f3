"""Setting up an authenticator app, and the recovery codes that come with it."""

from aiohttp import web

from accounts.factors import store
from accounts.factors.code_service import APP_SECRET
from accounts.factors.drafts import Draft
from accounts.factors.recovery import hash_of, new_codes
from accounts.factors.sealing import seal
from foundation.keys import SETTINGS


async def set_app(app: web.Application, person: str, draft: Draft, step: int) -> list[str]:
    """Take codes of this app from now on; inside a transaction. Gives ten new recovery codes, to be shown once."""
    await store.add_app(person, seal(app[SETTINGS], APP_SECRET, draft.secret), step)
    return await set_recovery_codes(app, person)


async def set_recovery_codes(app: web.Application, person: str) -> list[str]:
    """Ten new recovery codes in place of those before; inside a transaction."""
    codes = new_codes()
    await store.set_codes(person, [hash_of(app[SETTINGS], person, code) for code in codes])
    return codes
