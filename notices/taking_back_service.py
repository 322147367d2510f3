"""Taking back what people were told, when it is not so any more."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.mail.outbox import drop_mails
from notices import store
from notices.keys import key_of
from notices.push.outbox import drop_pushes
from notices.push.store import subscriptions_of_all

_AT_ONCE = 250
"""People or notices in one query: databases take only so many values."""


async def take_back(person_id: str, key: str) -> None:
    """What somebody was told under a key is not so any more: it goes, and what has not left the house stays here.

    Inside the act's transaction; after the commit call `notices.service.noticed(person_id)`.
    """
    await take_back_all([person_id], key)


async def take_back_all(people: Collection[str], key: str) -> list[str]:
    """The same of many; gives those who had not read it, whose mark is another one now."""
    marks: set[str] = set()
    for some in _portions(people):
        marks |= await _gone(await store.of_keys([key_of(person, key) for person in some]))
    return sorted(marks)


async def take_back_each(people: Collection[str], about: str, ids: Collection[str]) -> list[str]:
    """The same of all that any of these people were told under a key `{about}.{id}` of one of these ids."""
    marks, wanted = set[str](), set(ids)
    for some in _portions(people):
        rows = await store.of_people(some, about)
        marks |= await _gone([row for row in rows if row["key"].rpartition(".")[2] in wanted])
    return sorted(marks)


async def _gone(rows: Sequence[dict[str, Any]]) -> set[str]:
    """Remove these notices with all that waits to be sent of them; gives who had not read theirs."""
    for first in range(0, len(rows), _AT_ONCE):
        await _remove(rows[first : first + _AT_ONCE])
    return {str(row["person_id"]) for row in rows if row["unread"]}


async def _remove(rows: Sequence[dict[str, Any]]) -> None:
    ids = [str(row["id"]) for row in rows]
    await store.remove(ids)
    await drop_mails([f"notice.{id_}" for id_ in ids])
    browsers: dict[str, list[str]] = {}
    for browser in await subscriptions_of_all({row["person_id"] for row in rows}):
        browsers.setdefault(browser["person_id"], []).append(browser["id"])
    # What waits for a browser that is not theirs any more went with it.
    await drop_pushes([(row["id"], browser) for row in rows for browser in browsers.get(row["person_id"], ())])


def _portions(people: Collection[str]) -> list[list[str]]:
    wanted = sorted(set(people))
    return [wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE)]
