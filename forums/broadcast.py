"""What pages, kept or open, hear of topics that changed. After the commit."""

from collections.abc import Sequence

from aiohttp import web

from forums.channels import SHOWN, channel_for, channels_of
from forums.kept.forgetting import forget
from foundation.fanout import broadcast, close


async def changed(app: web.Application, topics: Sequence[str], forums: Sequence[str]) -> None:
    """Have every open page of these topics and forums look what is new: the event says that, and carries no words.

    Who listens to a topic that is not shown any more is told this once, and hears of it again if they ask and may.
    """
    forget(app, topics, forums)
    for topic in topics:
        await broadcast(app, "topic_changed", {"topic": topic}, to=channels_of(topic))
    for forum in forums:
        await broadcast(app, "forum_changed", {"forum": forum}, to=[f"forum:{forum}"])
    for topic, channel in (await channel_for(topics)).items():
        if channel != SHOWN + topic:
            await close(app, SHOWN + topic)
