"""Codes: one of an authenticator app or a recovery code is taken once, and by one of two who try at once."""

from typing import Any

from aiohttp import web

from accounts.factors import store
from accounts.factors.letters import tell_recovery_used
from accounts.factors.recovery import hash_of, plain
from accounts.factors.sealing import Unreadable, unseal
from accounts.factors.totp import step_of
from foundation.audit.entries import add_entry
from foundation.errors import Unavailable
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Role, Viewer

APP_SECRET = "app"  # noqa: S105 -- the name of a purpose


async def take_code(app: web.Application, person: dict[str, Any], code: str, actor: Viewer) -> bool:
    """Take a code of a person (`id`, `email`, `language`); inside a transaction. False where it is wrong, or was taken.

    A recovery code is told by mail and written down. Raises Unavailable where the app's secret can't be read.
    """
    typed = plain(code)
    if len(typed) == 6 and typed.isascii() and typed.isdigit():
        return await _take_app_code(app, person["id"], typed)
    return await _take_recovery_code(app, person, typed, actor)


async def _take_app_code(app: web.Application, person: str, code: str) -> bool:
    kept = await store.app_of(person)
    if kept is None:
        return False
    step = step_of(_secret(app, kept["secret"]), code)
    return step is not None and await store.set_step(kept["id"], step)


def _secret(app: web.Application, sealed: str) -> str:
    try:
        return unseal(app[SETTINGS], APP_SECRET, sealed)
    except Unreadable:  # BLUELAMP_SECRET_KEY was changed
        sentence = _("Your authenticator app can’t be checked any more. Ask an administrator for a new one-time link.")
        raise Unavailable(sentence) from None


async def _take_recovery_code(app: web.Application, person: dict[str, Any], code: str, actor: Viewer) -> bool:
    if not await store.set_code_used(person["id"], hash_of(app[SETTINGS], person["id"], code)):
        return False
    left = await store.codes_left(person["id"])
    await add_entry(
        act="factor.recovery_use", actor=actor, subject_type="person", subject_id=person["id"], details={"left": left}
    )
    await tell_recovery_used(person, left)
    return True


def actor_of(person: dict[str, Any], address: str) -> Viewer:
    """Who acts before they are in: a person by their record, from a truncated address."""
    return Viewer(id=person["id"], role=Role(person["role"]), address=address)
