"""A sign-up becomes a person: a new one, or the guest who asked for it, with the words and the id they had."""

from typing import Any

from accounts.people import NewPerson
from accounts.residents import store
from accounts.sessions import store as session_store
from accounts.sessions.entering import SignedIn, enter
from accounts.store import add_person
from foundation import clock
from foundation.permissions import Role


async def arrive(
    asked: dict[str, Any], shown: str, home: str | None, address: str, device: str
) -> tuple[SignedIn, list[str]]:
    """Make the resident, called `shown`, and sign them in; gives also the sessions that ended. Inside a transaction.

    A guest's sessions all end, the asking browser's too: a token that was known before somebody was anybody opens
    nothing afterwards.
    """
    guest, ended = asked["guest_id"], list[str]()
    if guest and await store.is_guest(guest):
        person = guest
        ended = await session_store.set_ended(person)
    else:
        person = await add_person(NewPerson(name=shown, role=Role.GUEST))
    now = clock.now()
    given = {"neighbourhood_id": home, "postcode_given_at": now} if home else {}
    await store.set_resident(
        person,
        name=shown,
        email_confirmed_at=now,
        **{column: asked[column] for column in _KEPT},
        **given,
    )
    return await enter(person, Role.RESIDENT, device, "session.start", method="link", address=address), ended


_KEPT = ("email", "password_hash", "full_name", "shown_as", "age_band", "language")
