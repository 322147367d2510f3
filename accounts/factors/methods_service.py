"""How somebody of the staff signs in: what they have, and changing it, each after a fresh proof that it is them."""

from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from accounts.factors import passkey_service, passkey_store, store
from accounts.factors.app_service import set_app, set_recovery_codes
from accounts.factors.drafts import checked_step, new_draft, read_draft
from accounts.factors.labels import check_label
from accounts.factors.letters import tell_changed
from accounts.factors.party import Party
from accounts.factors.proof import check_proved
from accounts.passwords import check_new_password, hash_password
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer


async def own_methods(viewer: Viewer) -> dict[str, Any]:
    """`passkeys`, `app` (or None), `codes_left`, `has_password`, `email` of who asks."""
    person = str(viewer.id)
    owner = await store.owner(person)
    return {
        "passkeys": await passkey_store.passkeys_of(person),
        "app": await store.app_of(person),
        "codes_left": await store.codes_left(person),
        "has_password": owner["password_hash"] is not None,
        "email": owner["email"],
    }


async def passkey_options(viewer: Viewer, party: Party) -> dict[str, Any]:
    """What to make one's next passkey with; raises ProofNeeded."""
    check_proved(viewer)
    return await passkey_service.options_to_add(viewer, party, str(viewer.id))


async def add_passkey(viewer: Viewer, party: Party, answer: str, label: str) -> None:
    """Raises ProofNeeded, Invalid (the name), Malformed, NotSignedIn (the answer is not true), Conflict."""
    check_proved(viewer)
    name = check_label(label)
    made = await passkey_service.check_new_passkey(viewer, party, str(viewer.id), answer)
    try:
        await atomic(lambda: _add_passkey(viewer, made, name))
    except IntegrityError:
        raise Conflict(_("That passkey is set up here already.")) from None


async def _add_passkey(viewer: Viewer, made: Any, label: str) -> None:
    passkey = await passkey_store.add_passkey(str(viewer.id), made, label)
    await _write_down(viewer, "factor.set", "passkey", "passkey_added", passkey=passkey, label=label)


async def name_passkey(viewer: Viewer, passkey: str, label: str) -> None:
    """Raises ProofNeeded, Invalid for a name that can't be taken, NotFound."""
    check_proved(viewer)
    name = check_label(label)
    if not await passkey_store.set_label(str(viewer.id), passkey, name):
        raise _no_such_passkey()


async def remove_passkey(app: web.Application, viewer: Viewer, passkey: str) -> None:
    """Raises ProofNeeded, NotFound, and Conflict for the last way to sign in."""
    check_proved(viewer)
    await atomic(lambda: _remove_passkey(app, viewer, passkey))


async def _remove_passkey(app: web.Application, viewer: Viewer, passkey: str) -> None:
    person = str(viewer.id)
    await store.hold(person)
    label = next((one["label"] for one in await passkey_store.passkeys_of(person) if one["id"] == passkey), None)
    if label is None or not await passkey_store.remove_passkey(person, passkey):
        raise _no_such_passkey()
    await _check_one_is_left(app, person)
    await _write_down(viewer, "factor.remove", "passkey", "passkey_removed", passkey=passkey, label=label)


def draft_app(app: web.Application, viewer: Viewer) -> str:
    """An app to be set up; raises ProofNeeded."""
    check_proved(viewer)
    return new_draft(app[SETTINGS], str(viewer.id), None)


async def set_own_app(app: web.Application, viewer: Viewer, sealed: str, code: str, password: str) -> list[str]:
    """Take codes of this app from now on; gives ten recovery codes, to be shown once.

    `password` is chosen with it by who has none. Raises ProofNeeded, Malformed (the draft), Invalid (code, password).
    """
    check_proved(viewer)
    person = str(viewer.id)
    draft = read_draft(app[SETTINGS], person, sealed)
    hashed = None
    if (await store.owner(person))["password_hash"] is None:
        check_new_password(password)
        hashed = await hash_password(password)
    step = checked_step(draft, code)

    async def work() -> list[str]:
        if hashed:
            await store.set_password(person, hashed)
        codes = await set_app(app, person, draft, step)
        await _write_down(viewer, "factor.set", "app", "app_set")
        return codes

    return await atomic(work)


async def remove_app(app: web.Application, viewer: Viewer) -> None:
    """Take no more codes, recovery codes neither; raises ProofNeeded, NotFound, Conflict for the last way."""
    check_proved(viewer)
    await atomic(lambda: _remove_app(app, viewer))


async def _remove_app(app: web.Application, viewer: Viewer) -> None:
    person = str(viewer.id)
    await store.hold(person)
    if not await store.end_apps(person):
        raise NotFound(_("You have no authenticator app here."))
    await _check_one_is_left(app, person)
    await store.set_codes(person, [])
    await _write_down(viewer, "factor.remove", "app", "app_removed")


async def renew_codes(app: web.Application, viewer: Viewer) -> list[str]:
    """Ten new recovery codes for who has an app; raises ProofNeeded, Conflict."""
    check_proved(viewer)
    person = str(viewer.id)
    if await store.app_of(person) is None:
        raise Conflict(_("Recovery codes stand in for an authenticator app: set one up first."))

    async def work() -> list[str]:
        codes = await set_recovery_codes(app, person)
        await _write_down(viewer, "factor.set", "recovery", "codes_made")
        return codes

    return await atomic(work)


async def _check_one_is_left(app: web.Application, person: str) -> None:
    if not app[SETTINGS].demonstration and not await store.holders([person]):
        raise Conflict(_("This is the only way that you can sign in. Add another one first."))


async def _write_down(viewer: Viewer, act: str, factor: str, told: str, *, passkey: str = "", label: str = "") -> None:
    details: dict[str, object] = {"factor": factor, **({"passkey": passkey} if passkey else {})}
    await add_entry(
        act=act, actor=viewer, subject_type="person", subject_id=str(viewer.id), details=details,
        personal={"device": label} if label else None,
    )  # fmt: skip
    await tell_changed(await store.owner(str(viewer.id)), told)


def _no_such_passkey() -> NotFound:
    return NotFound(_("You have no such passkey. It may have been removed already."))
