"""Telling somebody something: on their own page always, and by the ways that they chose."""

import hashlib
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from aiohttp import web

from accounts.reach import Reach, reach_of
from foundation import clock
from foundation.ids import new_id
from foundation.mail.outbox import drop_mails
from notices import store
from notices.broadcast import all_unread_changed, unread_changed
from notices.delivery import Sentence, Telling, deliver, words_for
from notices.kinds import NoticeKind
from notices.languages import languages_of
from notices.models import Notice
from notices.push.outbox import drop_pushes
from notices.push.store import subscriptions_of_all

_LONGEST_KEY = 96
_AT_ONCE = 250
"""People in one query: databases take only so many values."""


async def notify(
    person_id: str,
    kind: NoticeKind,
    sentence: Sentence,
    path: str,
    *,
    key: str,
    heading: Sentence = "",
    urgent: bool = False,
    useless_after: datetime | None = None,
) -> bool:
    """Tell somebody something, once for a `key` of theirs; inside the act's transaction.

    `sentence` is called in the receiver's language, so pass `lambda: _("…", title=…)`; it never holds another
    person's words. `path` is where it leads, of ours. `urgent`: somebody waits for them. `useless_after`: nothing is
    pushed to them later than that. `heading` is the title of mail and push where its kind's name would tell too much to
    whoever sees the screen. False: told before, or nobody is there to be told (an account that was closed).
    After the commit call `noticed(person_id)`.
    """
    telling = Telling(kind, sentence, path, heading, urgent, useless_after)
    return bool(await _tell([person_id], telling, key))


async def notify_all(
    people: Collection[str],
    kind: NoticeKind,
    sentence: Sentence,
    path: str,
    *,
    key: str,
    urgent: bool = False,
    mailed: bool = True,
    again: bool = False,
) -> list[str]:
    """The same to many, in a few queries however many they are; gives the ids of those whom it is news to.

    `mailed`: False where who tells sends mails of their own. `again`: whoever has read what they were told under this
    key before is told anew; one that still waits to be read stays the only one.
    """
    wanted = sorted(set(people))
    telling = Telling(kind, sentence, path, urgent=urgent, mailed=mailed)
    told: list[str] = []
    if again:
        await store.remove_read([_key_of(person, key) for person in wanted])
    for first in range(0, len(wanted), _AT_ONCE):
        told += await _tell(wanted[first : first + _AT_ONCE], telling, key)
    return told


async def told_before(telling: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these people, each with a key, who have a notice under it: for a job that would tell each once."""
    keys = {_key_of(person, key): (person, key) for person, key in telling}
    return {keys[key] for key in await store.told(list(keys))}


async def take_back(person_id: str, key: str) -> None:
    """What somebody was told under a key is not so any more: it goes, and what has not left the house stays here.

    Inside the act's transaction; after the commit call `noticed(person_id)`.
    """
    await take_back_all([person_id], key)


async def take_back_all(people: Collection[str], key: str) -> list[str]:
    """The same of many; gives those who had not read it, whose mark is another one now."""
    marks: set[str] = set()
    for some in _portions(people):
        marks |= await _gone(await store.of_keys([_key_of(person, key) for person in some]))
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


def noticed(person_id: str) -> Callable[[web.Application], Awaitable[None]]:
    """For `Change(tell=[noticed(person)])`: the person's open pages follow with their unread mark.

    Outside a room's `write`: `await noticed(person)(app)` after the commit.
    """
    return partial(unread_changed, person=person_id)


def all_noticed(people: Collection[str]) -> Callable[[web.Application], Awaitable[None]]:
    """The same for many at once."""
    return partial(all_unread_changed, people=people)


async def _tell(people: Sequence[str], telling: Telling, key: str) -> list[str]:
    reach = await reach_of(people)
    if not reach:
        return []
    browsers = await subscriptions_of_all(reach)
    words = words_for(telling, languages_of(reach, browsers))
    notices = {id_: _notice(one, telling, words[id_].sentence, key) for id_, one in reach.items()}
    added = await store.add_notices(list(notices.values()))
    news = {id_: notice.id for id_, notice in notices.items() if notice.id in added}
    await deliver(telling, {id_: reach[id_] for id_ in news}, news, words, browsers)
    return list(news)


def _notice(to: Reach, telling: Telling, sentence: str, key: str) -> Notice:
    return Notice(
        id=new_id(), key=_key_of(to.id, key), person_id=to.id, kind=telling.kind, sentence=sentence, path=telling.path,
        created_at=clock.now(),
    )  # fmt: skip


def _key_of(person: str, key: str) -> str:
    """Of this person alone, so that one act may tell many under one key."""
    one = f"{person}.{key}"
    return one if len(one) <= _LONGEST_KEY else hashlib.sha256(one.encode()).hexdigest()
