"""The forums' part of a person's digest: grouped by topic, and as it is when the mail leaves."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import persons
from accounts.reach import Reach
from forums.following.hearing.deciding import Why
from forums.following.hearing.news import News, find_news, news_since
from forums.following.mailing import store
from forums.following.mailing.excerpts import heading_of, said
from forums.following.unread import marks_store
from forums.following.watching import followers_store
from forums.following.watching.models import HowTold
from forums.following.watching.targets import NEAREST_FIRST
from foundation.database import atomic
from foundation.language import ngettext
from neighbourhoods.atlas import current_atlas
from notices.digests.ports import DigestPart
from notices.digests.service import have_digests

JSON = dict[str, Any]
_MOST_ROWS = 1000
_MOST_TOPICS = 30
_SHOWN = 3
"""Replies of one topic that are quoted; the others are counted."""
_COUNTED = 50


async def forums_part(_app: web.Application, person: Reach) -> DigestPart | None:
    """What is new in what a person follows and has not read yet; None: nothing."""
    rows = await store.for_digest(person.id, _MOST_ROWS)
    by_topic = await _by_topic(rows)
    last_read = await marks_store.last_read_of(person.id, by_topic)
    told, paragraphs, upto = 0, list[str](), {}
    for topic, whys in by_topic.items():
        news, upto[topic] = await _news(person.id, topic, whys, last_read.get(topic, 0))
        if news and told < _MOST_TOPICS:
            first = {reply for reply, (why, _number) in whys.items() if why != Why.WATCH}
            paragraphs.append(await _paragraph(news, first))
        told += bool(news)
    if not told:
        return None
    if more := told - len(paragraphs):
        paragraphs.append(ngettext("One more topic has news:", "%(n)s more topics have news:", more) + "\n/unread")
    return DigestPart(told, paragraphs, partial(_sent, person.id, [row["id"] for row in rows], upto))


async def _sent(person: str, ids: Sequence[str], upto: Mapping[str, int]) -> None:
    """Forget what was told. `upto`: the last number of each topic as the mail was written.

    What was said later waited with what the mail tells, and begins the topic's news of the next digest.
    """

    async def work() -> None:
        await store.remove_told(ids)
        last, more = await marks_store.last_numbers(upto), False
        for topic in sorted(topic for topic, number in upto.items() if last.get(topic, 0) > number):
            for news in await news_since(topic, upto[topic], person, 1):
                await store.add_for_digest(news.reply_id, topic, {person: Why.WATCH.value})
                more = True
        if more:
            await have_digests([person])

    await atomic(work)


async def _by_topic(rows: Sequence[JSON]) -> dict[str, dict[str, tuple[str, int]]]:
    """Why each reply is told and its number, by the topic that it stands in now."""
    now = await store.numbers_of([row["reply_id"] for row in rows])
    found: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for row in rows:
        if reply := now.get(row["reply_id"]):
            found[reply["topic_id"]][row["reply_id"]] = (row["why"], reply["number"])
    return found


async def _news(person: str, topic: str, whys: Mapping[str, tuple[str, int]], last_read: int) -> tuple[list[News], int]:
    """What is said of one topic, the oldest first; nothing where they may not read it, muted it or have read it all.

    And up to which number it was looked for.
    """
    since = max(last_read, min(number for _why, number in whys.values()) - 1)
    found = await news_since(topic, since, person, _COUNTED)
    if not found:
        return [], since
    return await _wanted(person, found, whys, last_read), found[0].last_number


async def _wanted(person: str, found: list[News], whys: Mapping[str, tuple[str, int]], last_read: int) -> list[News]:
    if person not in await found[0].readers([person]):
        return []
    decided = (await followers_store.decided_by([person], found[0].targets))[person]
    nearest = next((decided[kind]["how"] for kind in NEAREST_FIRST if kind in decided), None)
    if nearest is not None:
        return [] if nearest == HowTold.NONE else found
    spoken_to = await find_news([reply for reply, (why, _number) in whys.items() if why in (Why.MENTION, Why.REPLY)])
    return [news for news in spoken_to.values() if news.number > last_read]


async def _paragraph(news: Sequence[News], first: set[str]) -> str:
    """Its title, some replies and the way to them. `first`: replies that are quoted before others."""
    by_weight = sorted(news, key=lambda one: (one.reply_id not in first and not one.is_official, one.number))
    quoted = sorted(by_weight[:_SHOWN], key=lambda one: one.number)
    people, places = await persons({one.author for one in quoted}), (await current_atlas()).places
    lines = [heading_of(news[0], places), *(said(one, people[one.author]) for one in quoted)]
    if more := len(news) - len(quoted):
        lines.append("- " + ngettext("And one more reply.", "And %(n)s more replies.", more))
    return "\n".join((*lines, f"/topics/{news[0].topic_id}?unread"))
