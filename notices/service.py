"""Telling somebody something: on their own page always, and by the ways that they chose."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from aiohttp import web

from accounts.reach import Reach, reach_of
from foundation.mail.letters import speaking_to
from notices import store
from notices.broadcast import unread_changed
from notices.kinds import NoticeKind

Sentence = str | Callable[[], str]
_LONGEST = 500


async def notify(
    person_id: str,
    kind: NoticeKind,
    sentence: Sentence,
    path: str,
    *,
    key: str,
    urgent: bool = False,
    useless_after: datetime | None = None,
) -> bool:
    """Tell somebody something, once for a `key` (at most 96 characters); inside the act's transaction.

    `sentence` is called in the receiver's language, so pass `lambda: _("…", title=…)`; it never holds another
    person's words. `path` is where it leads, of ours. `urgent`: somebody waits for them. `useless_after`: nothing is
    pushed to them later than that. False: told before, or nobody is there to be told (an account that was closed).
    After the commit call `noticed(person_id)`.
    """
    reach = (await reach_of([person_id])).get(person_id)
    return reach is not None and await _notify(reach, kind, sentence, path, key)


def noticed(person_id: str) -> Callable[[web.Application], Awaitable[None]]:
    """For `Change(tell=[noticed(person)])`: the person's open pages follow with their unread mark.

    Outside a room's `write`: `await noticed(person)(app)` after the commit.
    """
    return partial(unread_changed, person=person_id)


async def _notify(reach: Reach, kind: NoticeKind, sentence: Sentence, path: str, key: str) -> bool:
    with speaking_to(reach.language):
        words = (sentence if isinstance(sentence, str) else sentence())[:_LONGEST]
        return await store.add_notice(key, reach.id, kind, words, path) is not None
