"""Telling somebody something: on their own page always, and by the ways that they chose."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from aiohttp import web

from accounts.reach import Reach, reach_of
from foundation import clock
from foundation.ids import new_id
from notices import store
from notices.broadcast import all_unread_changed, unread_changed
from notices.delivery import Sentence, Telling, deliver, words_for
from notices.keys import key_of
from notices.kinds import NoticeKind
from notices.languages import languages_of
from notices.models import Notice
from notices.push.store import subscriptions_of_all

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
        await store.remove_read([key_of(person, key) for person in wanted])
    for first in range(0, len(wanted), _AT_ONCE):
        told += await _tell(wanted[first : first + _AT_ONCE], telling, key)
    return told


async def told_before(telling: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these people, each with a key, who have a notice under it: for a job that would tell each once."""
    keys = {key_of(person, key): (person, key) for person, key in telling}
    return {keys[key] for key in await store.told(list(keys))}


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
        id=new_id(), key=key_of(to.id, key), person_id=to.id, kind=telling.kind, sentence=sentence, path=telling.path,
        created_at=clock.now(),
    )  # fmt: skip
