"""One-time links: who holds one may set the password of one person, once, in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts import session_store
from accounts.tokens import hash_of, new_token
from foundation import clock
from foundation.errors import Gone, NotFound
from foundation.language import _

LASTS = {"enrol": timedelta(hours=24), "administrator": timedelta(hours=1)}


@dataclass(frozen=True)
class NewLink:
    """A link that was just made. `path` holds its token, which is nowhere else; it ends at `until`."""

    person: str
    path: str
    until: datetime


async def add_link(person: str, purpose: str) -> NewLink:
    """Make a link for a person; inside a transaction. Those made before open nothing any more."""
    token, until = new_token(), clock.now() + LASTS[purpose]
    await session_store.add_link(hash_of(token), person, purpose, until)
    return NewLink(person, f"/link/{token}", until)


async def access_link(token: str) -> dict[str, Any]:
    """Whose link this is; raises NotFound for an unknown one, Gone for one that was used or is late."""
    found = await session_store.link(hash_of(token))
    if found is None:
        raise NotFound(_("This link is not one of ours. Check that you have the whole of it."))
    if found["used_at"]:
        raise used_up()
    if found["expires_at"] <= clock.now():
        raise Gone(_("This link has ended. Ask an administrator of your force for a new one."))
    return found


def used_up() -> Gone:
    return Gone(_("This link was used already, or a newer one was made. Sign in, or ask for a new link."))
