"""Followers hear of a reply: after it was posted, a portion at a time, each of them once."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from forums.following.hearing.addressed import addressed_in
from forums.following.hearing.deciding import KIND_OF, Addressed, Told, Why, told_of
from forums.following.hearing.news import News, find_news
from forums.following.mailing.service import mail_and_keep
from forums.following.telling import store
from forums.following.telling.sentences import path_of, sentence_of
from forums.following.unread import marks_store
from forums.following.watching import followers_store
from forums.following.watching.followers_store import Decided
from foundation import clock
from foundation.database import atomic
from neighbourhoods.atlas import current_atlas
from notices.service import all_noticed, notify_all

JSON = dict[str, Any]
_LEASE = timedelta(minutes=1)
_AT_ONCE = 20
_NEWS_FOR = timedelta(days=2)
"""What nobody was there to tell of for so long, because the server was off or came back from a backup, is no news."""
_PORTION = 200
"""Followers in one transaction: short enough for whoever posts meanwhile."""


@dataclass(frozen=True)
class _Portion:
    """Who was told; `rest` is what is still to be done, None for nothing."""

    noticed: Collection[str] = field(default_factory=list)
    rest: JSON | None = None


async def tell_due(app: web.Application, goes_on: Callable[[], bool] = lambda: True) -> None:
    """Tell the followers of every reply that waits for it; another process may be at it too.

    `goes_on` is asked before each portion: what is left is told by another, or later.
    """
    while due := await store.due(clock.now(), _AT_ONCE) if goes_on() else []:
        for id_ in due:
            await _tell(app, id_, goes_on)


async def _tell(app: web.Application, id_: str, goes_on: Callable[[], bool]) -> None:
    now = clock.now()
    rest = await store.claim(id_, now, now + _LEASE) if goes_on() else None
    while rest is not None and goes_on():
        portion = await atomic(partial(_tell_portion, rest))
        await all_noticed(portion.noticed)(app)
        rest = portion.rest


async def _tell_portion(row: JSON) -> _Portion:
    news = (await find_news([row["reply_id"]])).get(row["reply_id"])
    if news is None or row["due_at"] < clock.now() - _NEWS_FOR:
        await store.remove_to_tell([row["reply_id"]])
        return _Portion()
    found = await followers_store.followers(news.targets, row["after_person_id"], _PORTION)
    first_time, rest = await store.advance(row, found.upto, clock.now() + _LEASE)
    if not first_time:
        return _Portion()
    addressed = await addressed_in(news)
    people = {person: decided for person, decided in found.people.items() if person not in addressed.people}
    if not row["after_person_id"]:
        people |= await followers_store.decided_by(addressed.people, news.targets)
    told = await _told(news, row, people, addressed)
    noticed = [person for why in Why for person in await notice(news, why, told)]
    await mail_and_keep(news, told)
    return _Portion(noticed, rest)


async def _told(news: News, row: JSON, people: Mapping[str, Decided], addressed: Addressed) -> list[Told]:
    """How each of them hears of it, without those who have read it already and those who may not."""
    told = [told_of(news, row["due_at"], person, decided, addressed) for person, decided in people.items()]
    wanted = {one.person for one in told if one}
    wanted &= await news.readers(wanted) if wanted else set()
    read = await marks_store.who_has_read(news.topic_id, wanted, news.number) if wanted else set()
    return [one for one in told if one and one.person in wanted - read]


async def notice(news: News, why: Why, told: Collection[Told]) -> list[str]:
    """On their own page, and pushed where they chose so. Of a topic's replies one notice waits to be read at a time."""
    people = [one.person for one in told if one.why is why and not one.quietly]
    if not people:
        return []
    places = (await current_atlas()).places
    return await notify_all(
        people,
        KIND_OF[why],
        lambda: sentence_of(news, why, places),
        path_of(news, why),
        key=notice_key(news, why),
        mailed=False,
        again=why is Why.WATCH,
    )


def notice_key(news: News, why: Why) -> str:
    """Under which a notice is told and taken back."""
    return {Why.WATCH: f"topic.{news.topic_id}", Why.ANSWER: f"answer.{news.reply_id}"}.get(
        why, f"said.{news.reply_id}"
    )
