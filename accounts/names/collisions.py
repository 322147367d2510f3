"""Names that are taken away: who carries one that came to look like an officer's is a number until they choose anew."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from typing import Any

from accounts.names import store as name_store
from accounts.names.skeletons import Looks, may_be_like, name_skeleton, plain_letters
from foundation.audit.entries import add_entry
from foundation.permissions import READER, Viewer

_DIGITS = 4
_TRIES = 20
_AT_ONCE = 100
"""Names, of three milliseconds at most, for which whoever talks in a room waits."""


async def take_names_like(officer_name: str, but: str, by: Viewer = READER) -> list[str]:
    """Take away the names that could be taken for an officer's; gives the ids of whose. Inside a transaction.

    Asks of every guest and resident what `check_name` asks of who chooses a name, for an officer who comes, comes
    back or is renamed (`but`: their id). Their old name is kept in `name_refused`. `by` is who confirmed the officer.
    """
    taken = [row async for row in _people_like(officer_name, but)]
    for row in taken:
        await _take(row["id"], row["name"], but, by)
    return [row["id"] for row in taken]


async def _people_like(officer_name: str, but: str) -> AsyncIterator[dict[str, Any]]:
    """Through very many in three looks: their letters in the database, all their letters here, and the rule itself."""
    people = await name_store.people_spelled_with(plain_letters(officer_name), but)
    for number, row in enumerate(people):
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)
        if may_be_like(row["name_skeleton"], officer_name) and Looks(row["name"]).like_officer(officer_name):
            yield row


async def _take(person: str, before: str, officer: str, by: Viewer) -> None:
    after = await free_number()
    await name_store.set_name_refused(person, after, before)
    await add_entry(
        act="person.name_taken",
        actor=by,
        subject_type="person",
        subject_id=person,
        details={"officer": officer},
        personal={"before": before, "after": after},
    )


async def free_number() -> str:
    """A `resident 4821` that nobody is; with more digits where these are nearly used up."""
    digits = _DIGITS
    while True:
        some = [f"resident {10 ** (digits - 1) + secrets.randbelow(9 * 10 ** (digits - 1))}" for _try in range(_TRIES)]
        used = await name_store.skeletons_used([name_skeleton(name) for name in some])
        if free := [name for name in some if name_skeleton(name) not in used]:
            return free[0]
        digits += 1
