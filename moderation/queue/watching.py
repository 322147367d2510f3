"""Who follows the queue live: what a connection hears of it follows its person's rights, as they are now."""

from aiohttp import web

from foundation.fanout import LIVE, NAMESPACE
from foundation.identity import viewer_of_token
from foundation.live_events import Visit
from foundation.permissions import READER
from moderation.items.channels import channels_for
from moderation.queue.policy import entitled_now

WATCHERS: web.AppKey[dict[str, tuple[Visit, list[str]]]] = web.AppKey("queue_watchers")
"""The connections of this process that follow the queue, each with the channels that it hears."""


async def watch_queue(visit: Visit) -> int:
    """Let a connection hear of its person's queue from now on; gives of how many channels: 0 for who has none."""
    _visit, had = visit.app[WATCHERS].pop(visit.sid, (visit, []))
    wanted = channels_for(visit.viewer)
    server = visit.app[LIVE]
    for channel in set(had) - set(wanted):
        await server.leave_room(visit.sid, channel, namespace=NAMESPACE)
    for channel in wanted:
        await server.enter_room(visit.sid, channel, namespace=NAMESPACE)
    if wanted:
        visit.app[WATCHERS][visit.sid] = (visit, wanted)
    return len(wanted)


def stop_watching(visit: Visit) -> None:
    """The connection has ended."""
    visit.app[WATCHERS].pop(visit.sid, None)


async def settle_watchers(app: web.Application, person: str) -> None:
    """Somebody's role or neighbourhoods are others now: what they hear no more ends, what is theirs now begins."""
    for visit, _channels in list(app[WATCHERS].values()):
        if visit.viewer.id == person:
            await _settle(visit)


async def settle_all_watchers(app: web.Application) -> None:
    """The same for those from whom another process took rights; who merely listens is not noted as seen."""
    followed = list(app[WATCHERS].values())
    entitled = await entitled_now({str(visit.viewer.id) for visit, _channels in followed})
    for visit, channels in followed:
        if not set(channels) <= set(entitled.get(str(visit.viewer.id), ())):
            await _settle(visit)


async def _settle(visit: Visit) -> None:
    visit.viewer = await viewer_of_token(visit.app, visit.token, visit.address) or READER
    if visit.sid in visit.app[WATCHERS]:  # it may have hung up meanwhile
        await watch_queue(visit)
