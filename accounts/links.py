"""One-time links: who holds one may do one thing for one person, once, in time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts import link_store
from accounts.tokens import hash_of, new_token
from foundation import clock
from foundation.errors import Gone, NotFound
from foundation.language import _

LASTS = {
    "enrol": timedelta(hours=24),
    "administrator": timedelta(hours=1),
    "forgotten": timedelta(hours=1),
    "email": timedelta(hours=24),
}
STAFFS = ("enrol", "administrator")
_DOORS = {"forgotten": "/reset", "email": "/account/email"}


@dataclass(frozen=True)
class NewLink:
    """A link that was just made. `path` holds its token, which is nowhere else; it ends at `until`."""

    person: str
    path: str
    until: datetime


async def add_link(person: str, purpose: str, email: str | None = None) -> NewLink:
    """Make a link for a person; inside a transaction. Those made before for the same open nothing any more.

    `email` is the address to change to, where that is the purpose.
    """
    token, until = new_token(), clock.now() + LASTS[purpose]
    await link_store.add_link(hash_of(token), person, purpose, until, email)
    return NewLink(person, f"{_DOORS.get(purpose, '/link')}/{token}", until)


async def access_link(token: str, purposes: Collection[str] = STAFFS) -> dict[str, Any]:
    """Whose link this is; raises NotFound for one unknown or for another purpose, Gone for one used, late or closed."""
    found = await link_store.link(hash_of(token))
    if found is None or found["purpose"] not in purposes:
        raise NotFound(_("This link is not one of ours. Check that you have the whole of it."))
    if found["used_at"] or found["person__suspended_at"] or found["person__closed_at"]:
        raise used_up()
    if found["expires_at"] <= clock.now():
        raise late(found["purpose"])
    return found


def used_up() -> Gone:
    return Gone(_("This link was used already, or a newer one was made. Sign in, or ask for a new link."))


def late(purpose: str) -> Gone:
    if purpose in STAFFS:
        return Gone(_("This link has ended. Ask an administrator of your force for a new one."))
    return Gone(_("This link has ended. Ask for a new one and use it in time."))
