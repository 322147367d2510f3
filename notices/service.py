"""Telling somebody something: on their own page always, and by the ways that they chose."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from aiohttp import web

from accounts.reach import reach_of
from foundation import language
from foundation.mail.refusals import refused_since
from notices import store
from notices.broadcast import unread_changed
from notices.kinds import KIND_NAMES, NoticeKind
from notices.letters import send_notice
from notices.preferences.chosen import way_of
from notices.push.outbox import Words, add_pushes
from notices.push.store import subscriptions_of

Sentence = str | Callable[[], str]
_LONGEST = 500
_LONGEST_KEY = 96


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
    reach = (await reach_of([person_id])).get(person_id)
    if reach is None:
        return False
    with language.speaking(reach.language or await _read_in(person_id)):
        words = _said(sentence)[:_LONGEST]
        notice = await store.add_notice(_key_of(person_id, key), person_id, kind, words, path)
        if notice is None:
            return False
        ways, title = await way_of(person_id, kind), _said(heading) or str(KIND_NAMES[kind])
        if ways.mail and reach.email and not await refused_since(reach.email):
            await send_notice(reach, kind, notice, title, words, path)
        if ways.push:
            shown = Words(notice, title, words, path)
            await add_pushes(person_id, shown, urgent=urgent, useless_after=useless_after)
    return True


def noticed(person_id: str) -> Callable[[web.Application], Awaitable[None]]:
    """For `Change(tell=[noticed(person)])`: the person's open pages follow with their unread mark.

    Outside a room's `write`: `await noticed(person)(app)` after the commit.
    """
    return partial(unread_changed, person=person_id)


def _said(sentence: Sentence) -> str:
    return sentence if isinstance(sentence, str) else sentence()


def _key_of(person: str, key: str) -> str:
    """Of this person alone, so that one act may tell many under one key."""
    one = f"{person}.{key}"
    return one if len(one) <= _LONGEST_KEY else hashlib.sha256(one.encode()).hexdigest()


async def _read_in(person: str) -> str:
    """The language of their newest browser; English for who never chose one, for that is what they read here."""
    browsers = await subscriptions_of(person)
    return str(browsers[0]["language"]) if browsers else "en"
