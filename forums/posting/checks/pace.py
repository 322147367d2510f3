"""How fast somebody may write: everybody's limit, that of who is new, and slow mode."""

from aiohttp import web

from forums import newcomers
from forums.posting import store
from forums.standing import Standing
from foundation import clock
from foundation.errors import TooFast
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from moderation.modes import Mode, seconds_to_wait


async def check_topic_pace(app: web.Application, standing: Standing) -> None:
    """Raises TooFast for one topic too many."""
    await app[LIMITS].check("topic", str(standing.viewer.id))
    if app[SETTINGS].limits:
        await newcomers.check(standing.viewer, "topic")


async def check_reply_pace(app: web.Application, standing: Standing) -> None:
    """Raises TooFast for one reply too many, and in slow mode before its time has passed."""
    await app[LIMITS].check("reply", str(standing.viewer.id))
    if app[SETTINGS].limits and not standing.is_staff:
        await newcomers.check(standing.viewer, "reply")
    await check_slow_mode(standing)


async def check_slow_mode(standing: Standing) -> None:
    """Raises TooFast before the time of slow mode has passed; of two replies at once only with the topic locked."""
    if standing.is_staff or standing.mode != Mode.SLOW:
        return
    last = await store.last_reply_at(standing.topic_id, str(standing.viewer.id))
    wait = seconds_to_wait(standing.mode, standing.slow_seconds, last, clock.now(), is_staff=False)
    if wait:
        sentence = _("This topic is in slow mode. Please wait %(seconds)s seconds.", seconds=wait)
        raise TooFast(sentence, retry_after=wait)
