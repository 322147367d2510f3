"""Every query of authenticator apps and recovery codes, and of whom they belong to."""

from collections.abc import Collection
from typing import Any

from accounts.factors.models import AuthenticatorApp, Passkey, RecoveryCode
from accounts.models import Person
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Role


async def owner(person: str) -> dict[str, Any]:
    """What proving needs to know of a person; raises DoesNotExist."""
    return await Person.get(id=person).values(
        "id", "name", "role", "email", "force_id", "password_hash", "suspended_at", "closed_at", "language"
    )


async def hold(person: str) -> None:
    """Let nobody else change this person's factors until the transaction ends."""
    await Person.filter(id=person).select_for_update().only("id").first()


async def administrators_of(force: str | None, but: str) -> list[dict[str, Any]]:
    """The administrators who can do something about a person of this force: `email`, `language`."""
    living = Person.filter(role=Role.ADMINISTRATOR, suspended_at=None, closed_at=None, email__not_isnull=True)
    ours = living.filter(force_id=force) if force else living
    return await ours.exclude(id=but).values("email", "language")


async def app_of(person: str) -> dict[str, Any] | None:
    """The app that makes a person's codes: `id`, `secret` (sealed), `last_step`, `created_at`."""
    living = AuthenticatorApp.filter(person_id=person, ended_at=None).order_by("-id")
    return await living.first().values("id", "secret", "last_step", "created_at")


async def add_app(person: str, sealed: str, step: int) -> None:
    """Take codes of this app from now on, and of no other; `step` is that of the code it was set up with."""
    await end_apps(person)
    await AuthenticatorApp.create(id=new_id(), person_id=person, secret=sealed, last_step=step, created_at=clock.now())


async def end_apps(person: str) -> bool:
    """Take no more codes of a person's app; whether there was one."""
    return await AuthenticatorApp.filter(person_id=person, ended_at=None).update(ended_at=clock.now()) > 0


async def set_step(app: str, step: int) -> bool:
    """Take the code of a time step; False where it, or a later one, was taken before."""
    return await AuthenticatorApp.filter(id=app, ended_at=None, last_step__lt=step).update(last_step=step) == 1


async def set_codes(person: str, hashes: Collection[str]) -> None:
    """Let a person have these recovery codes, and no others."""
    await RecoveryCode.filter(person_id=person).delete()
    now = clock.now()
    await RecoveryCode.bulk_create(
        [RecoveryCode(id=new_id(), person_id=person, code_hash=each, created_at=now) for each in hashes]
    )


async def set_code_used(person: str, code_hash: str) -> bool:
    """Use a recovery code up; False where there is none such."""
    return await RecoveryCode.filter(person_id=person, code_hash=code_hash, used_at=None).update(
        used_at=clock.now()
    ) == 1  # fmt: skip


async def codes_left(person: str) -> int:
    return await RecoveryCode.filter(person_id=person, used_at=None).count()


async def holders(people: Collection[str]) -> set[str]:
    """Those of these people who have a passkey that still opens something, or an app."""
    ids = list(people)
    keys = await Passkey.filter(person_id__in=ids, refused_at=None).values_list("person_id", flat=True)
    apps = await AuthenticatorApp.filter(person_id__in=ids, ended_at=None).values_list("person_id", flat=True)
    return {str(person) for person in (*keys, *apps)}


async def forget(person: str) -> bool:
    """Let nothing that a person signed in with open anything any more; whether there was anything."""
    keys = await Passkey.filter(person_id=person).delete()
    codes = await RecoveryCode.filter(person_id=person).delete()
    return await end_apps(person) or keys > 0 or codes > 0


async def set_password(person: str, password_hash: str | None) -> None:
    """The password that a person chose, or none, behind a link that was sent to their address."""
    await Person.filter(id=person).update(password_hash=password_hash, email_confirmed_at=clock.now())
