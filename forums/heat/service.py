"""Slowing a heated topic down, and letting it be as it was when it has cooled."""

from functools import partial

from aiohttp import web

from forums.heat import store
from forums.heat.rules import FLAGGED_WITHIN, LEAST, REPLIES, SECONDS, WITHIN, has_cooled, heated_by
from forums.writing import Change, write
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.keys import SETTINGS
from foundation.permissions import READER


async def settle_heat(app: web.Application, topic_id: str) -> None:
    """Slow a topic down that is heated by now: after each reply, and after each flag. Once, however many ask.

    Nothing is counted where limits are off.
    """
    if not app[SETTINGS].limits:
        return
    replies, authors, flaggers = await _heat_of(topic_id)
    why = heated_by(replies, authors, flaggers)
    # Asked before, for who writes waits; and asked again by what is written.
    if why and not await store.has_mode(topic_id):
        await write(app, partial(_slow_down, topic_id, why))


async def cool_down(app: web.Application) -> None:
    """Let topics that slowed down by themselves, and have cooled since, be as they were."""
    for topic_id in await store.slow_since(clock.now() - LEAST):
        replies, _authors, flaggers = await _heat_of(topic_id)
        if has_cooled(replies, flaggers):
            await write(app, partial(_cool, topic_id))


async def _heat_of(topic_id: str) -> tuple[int, int, int]:
    now = clock.now()
    replies, authors = await store.pace_of(topic_id, REPLIES, now - WITHIN)
    return replies, authors, await store.flaggers_of(topic_id, now - FLAGGED_WITHIN)


async def _slow_down(topic_id: str, why: str) -> Change[None]:
    forum = await store.slow_down(topic_id, SECONDS, clock.now(), why)
    if forum is None:
        return Change(None)
    await _audit("topic.slow", topic_id, why)
    return Change(None, topics=[topic_id], forums=[forum])


async def _cool(topic_id: str) -> Change[None]:
    forum = await store.cool(topic_id)
    if forum is None:
        return Change(None)
    await _audit("topic.cool", topic_id, "")
    return Change(None, topics=[topic_id], forums=[forum])


async def _audit(act: str, topic_id: str, why: str) -> None:
    """Nobody's act: a rule's."""
    details: dict[str, object] = {"why": why} if why else {}
    await add_entry(act=act, actor=READER, subject_type="topic", subject_id=topic_id, details=details)
