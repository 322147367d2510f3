"""What somebody may write on their first day in forums: the day begins with the first words that they send."""

import math
from datetime import datetime, timedelta
from typing import Final, Literal

from forums import newcomers_store as store
from foundation import clock
from foundation.errors import TooFast
from foundation.language import _
from foundation.permissions import Viewer
from moderation.screening import links
from moderation.screening_rules.links import is_allowed

FIRST_DAY: Final = timedelta(hours=24)
TOPICS, REPLIES, LINKS = 3, 10, 2
"""Of one person, on that day."""


async def check(viewer: Viewer, kind: Literal["topic", "reply"]) -> None:
    """Raises TooFast for one topic or reply too many on somebody's first day. Staff have none."""
    began = None if viewer.is_staff else await _first_day_of(str(viewer.id))
    if began is None:
        return
    topics, replies = await store.written_by(str(viewer.id))
    if kind == "topic" and topics >= TOPICS:
        sentence = _("On your first day you can begin %(most)s topics. You can begin more tomorrow.", most=TOPICS)
        raise _wait(sentence, began)
    if kind == "reply" and replies >= REPLIES:
        sentence = _("On your first day you can send %(most)s replies. You can send more tomorrow.", most=REPLIES)
        raise _wait(sentence, began)


async def check_links(viewer: Viewer, words: str, before: str | None, sites: frozenset[str]) -> None:
    """Raises TooFast for one link too many on somebody's first day; links to allowed `sites` are not counted.

    `before`: what the words take the place of, which was counted already.
    """
    more = _links_in(words, sites) - _links_in(before or "", sites)
    if more <= 0 or viewer.is_staff:
        return
    first = await store.first_words_at(str(viewer.id))
    began = first or clock.now()
    if clock.now() - began >= FIRST_DAY:
        return
    sent = sum(_links_in(body, sites) for body in await store.words_of(str(viewer.id)))
    if sent + more > LINKS:
        sentence = _("On your first day you can share %(most)s links. Take one out, or share it tomorrow.", most=LINKS)
        raise _wait(sentence, began)


def _links_in(words: str, sites: frozenset[str]) -> int:
    return sum(not is_allowed(domain, sites) for domain, _span in links(words))


async def _first_day_of(person: str) -> datetime | None:
    """When it began; None for who has written nothing yet, or whose first day is over."""
    first = await store.first_words_at(person)
    return None if first is None or clock.now() - first >= FIRST_DAY else first


def _wait(sentence: str, began: datetime) -> TooFast:
    left = (began + FIRST_DAY - clock.now()).total_seconds()
    return TooFast(sentence, retry_after=max(1, math.ceil(left)))
