"""The people of the load: an officer, residents with passwords, and residents who are signed in already."""

from dataclasses import dataclass

from accounts.passwords import hash_password
from accounts.people import NewPerson
from accounts.sessions.starting import start_session
from accounts.store import add_person
from foundation.database import atomic
from foundation.permissions import Role, Viewer
from neighbourhoods.service import access_neighbourhood

PASSWORD = "a password for the load"
ACCOUNTS = 20
"""How many have a password, and so can sign in."""


@dataclass(frozen=True)
class People:
    """Tokens are those of sessions that live."""

    officer: Viewer
    residents: list[Viewer]
    tokens: list[str]


async def add_people(home: str, count: int) -> People:
    """Put an officer and so many residents of `home` into the connected database."""
    force = (await access_neighbourhood(home)).force_id
    hashed = await hash_password(PASSWORD)

    async def work() -> People:
        new = NewPerson(
            "Ada Okafor", Role.OFFICER, force=force, rank="PC", number="4127", neighbourhoods=(home,), confirmed=True
        )
        officer = Viewer(await add_person(new), new.name, Role.OFFICER, force, frozenset({home}))
        added = [await _add_resident(home, number, hashed) for number in range(count)]
        return People(officer, [viewer for viewer, _token in added], [token for _viewer, token in added])

    return await atomic(work)


def email_of(number: int) -> str:
    return f"resident{number}@example.org"


async def _add_resident(home: str, number: int, hashed: str) -> tuple[Viewer, str]:
    known = number < ACCOUNTS
    new = NewPerson(
        f"Resident {number}",
        Role.RESIDENT,
        email=email_of(number) if known else None,
        password_hash=hashed if known else None,
        home=home,
    )
    id_ = await add_person(new)
    started = await start_session(id_, Role.RESIDENT, "bench")
    return Viewer(id_, new.name, Role.RESIDENT, None, frozenset({home}), started.id), started.token
