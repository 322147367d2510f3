"""Every query of one-time links."""

from datetime import datetime
from typing import Any

from accounts.models import OneTimeLink
from foundation import clock


async def add_link(token_hash: str, person: str, purpose: str, expires_at: datetime, email: str | None) -> None:
    """Add a one-time link; those that the person had before for this purpose open nothing any more."""
    await OneTimeLink.filter(person_id=person, purpose=purpose, used_at=None).update(used_at=clock.now())
    await OneTimeLink.create(
        token_hash=token_hash, person_id=person, purpose=purpose, expires_at=expires_at, email=email
    )


async def link(token_hash: str) -> dict[str, Any] | None:
    """A link and whose it is, used and late ones too."""
    return await OneTimeLink.filter(token_hash=token_hash).first().values(
        "expires_at", "used_at", "purpose", "email", "person_id", "person__name", "person__email", "person__role",
        "person__force_id", "person__password_hash", "person__language",
        "person__suspended_at", "person__closed_at",
    )  # fmt: skip


async def set_link_used(token_hash: str) -> bool:
    """Use a link up; False where somebody else was first, or it is late."""
    fresh = OneTimeLink.filter(token_hash=token_hash, used_at=None, expires_at__gt=clock.now())
    return await fresh.update(used_at=clock.now()) == 1


async def set_links_used(person: str) -> None:
    """Let no link of a person open anything any more: it went to an address, or for a sign-in, that counts no more."""
    await OneTimeLink.filter(person_id=person, used_at=None).update(used_at=clock.now())
