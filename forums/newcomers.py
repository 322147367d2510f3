"""What somebody may write on their first day in forums: the day begins with the first words that they send."""

from datetime import datetime
from typing import Literal

from forums import newcomers_store as store
from foundation import clock
from foundation.language import _
from foundation.permissions import Viewer
from moderation import newcomers
from moderation.newcomers import is_first_day, links_in, wait

TOPICS, REPLIES = 3, 10
"""Of one person, on that day."""


async def check(viewer: Viewer, kind: Literal["topic", "reply"]) -> None:
    """Raises TooFast for one topic or reply too many on somebody's first day. Staff have none."""
    began = None if viewer.is_staff else await _first_day_of(str(viewer.id))
    if began is None:
        return
    topics, replies = await store.written_by(str(viewer.id))
    if kind == "topic" and topics >= TOPICS:
        sentence = _("On your first day you can begin %(most)s topics. You can begin more tomorrow.", most=TOPICS)
        raise wait(sentence, began)
    if kind == "reply" and replies >= REPLIES:
        sentence = _("On your first day you can send %(most)s replies. You can send more tomorrow.", most=REPLIES)
        raise wait(sentence, began)


async def check_links(viewer: Viewer, words: str, before: str | None, sites: frozenset[str]) -> None:
    """Raises TooFast for one link too many on somebody's first day; links to allowed `sites` are not counted.

    `before`: what the words take the place of, which was counted already.
    """
    more = links_in(words, sites) - links_in(before or "", sites)
    if more <= 0 or viewer.is_staff:
        return
    first = await store.first_words_at(str(viewer.id))
    began = first or clock.now()
    if is_first_day(began):
        newcomers.check_links(began, await store.words_of(str(viewer.id)), more, sites)


async def _first_day_of(person: str) -> datetime | None:
    """When it began; None for who has written nothing yet, or whose first day is over."""
    first = await store.first_words_at(person)
    return first if first is not None and is_first_day(first) else None
