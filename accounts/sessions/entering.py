"""The last step of every way in: a new session under a new token, written down."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts import store
from accounts.people import persons
from accounts.sessions.starting import start_session
from foundation.addresses import truncated
from foundation.audit.entries import add_entry
from foundation.permissions import Role, Viewer
from neighbourhoods.atlas import current_atlas


@dataclass(frozen=True)
class SignedIn:
    """Somebody who was just let in. `token` is for the cookie or the client, and is never shown again."""

    token: str
    expires_at: datetime
    person: dict[str, Any]


async def enter(person: str, role: Role, device: str, act: str, *, method: str, address: str) -> SignedIn:
    """Start a session and write `act` down; inside the transaction of what let the person in.

    `method`: guest, link, password, code or passkey. `address` is where they come from, in full.
    """
    started = await start_session(person, role, device, method)
    actor = Viewer(id=person, role=role, session=started.id, address=truncated(address))
    await add_entry(act=act, actor=actor, subject_type="person", subject_id=person, details={"method": method})
    return SignedIn(started.token, started.expires_at, (await persons([person]))[person])


async def adopt_only_force(person: str, role: Role, force: str | None) -> None:
    """The first administrator comes before any force is imported: later they serve the one that there is."""
    if role is Role.ADMINISTRATOR and force is None and (only := await only_force()):
        await store.set_force(person, only)


async def only_force() -> str | None:
    """The force of this server, or None where there is none yet, or more than one."""
    forces = {place.force_id for place in (await current_atlas()).places.values()}
    return forces.pop() if len(forces) == 1 else None
