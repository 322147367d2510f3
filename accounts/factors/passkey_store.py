"""Every query of passkeys."""

from typing import Any

from tortoise.expressions import Q

from accounts.factors.ceremonies import Registered
from accounts.factors.models import Passkey
from foundation import clock
from foundation.ids import new_id


async def add_passkey(person: str, made: Registered, label: str) -> str:
    """Keep a passkey that was just made and give its id; raises IntegrityError where it is kept already."""
    passkey = await Passkey.create(
        id=new_id(),
        person_id=person,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        transports=made.transports,
        label=label,
        created_at=clock.now(),
    )
    return passkey.id


async def passkeys_of(person: str) -> list[dict[str, Any]]:
    """`id`, `label`, `created_at`, `last_used_at`, `refused_at`, `credential_id`, the oldest first."""
    return await Passkey.filter(person_id=person).order_by("id").values(
        "id", "label", "created_at", "last_used_at", "refused_at", "credential_id"
    )  # fmt: skip


async def passkey_of_credential(credential_id: str) -> dict[str, Any] | None:
    """A passkey, and whose it is, with what a sign-in needs to know."""
    return await Passkey.filter(credential_id=credential_id).first().values(
        "id", "label", "public_key", "sign_count", "refused_at", "person_id", "person__role", "person__force_id",
        "person__suspended_at", "person__closed_at",
    )  # fmt: skip


async def set_count(passkey: str, count: int) -> bool:
    """Note the counter of a use; False where it did not grow (an authenticator without one says 0 always)."""
    grew = Q(sign_count__lt=count) | Q(sign_count=0) if count == 0 else Q(sign_count__lt=count)
    good = Passkey.filter(grew, id=passkey, refused_at=None)
    return await good.update(sign_count=count, last_used_at=clock.now()) == 1


async def set_refused(passkey: str) -> bool:
    """Let a passkey open nothing any more; False where it is so already."""
    return await Passkey.filter(id=passkey, refused_at=None).update(refused_at=clock.now()) == 1


async def set_label(person: str, passkey: str, label: str) -> bool:
    """Name a passkey of a person; False where they have no such passkey."""
    return await Passkey.filter(person_id=person, id=passkey).update(label=label) == 1


async def remove_passkey(person: str, passkey: str) -> bool:
    """Forget a passkey of a person; False where they have no such passkey."""
    return await Passkey.filter(person_id=person, id=passkey).delete() == 1
