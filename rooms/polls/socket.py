"""Live in: polls."""

from typing import Any

from foundation.live_events import Visit
from foundation.permissions import Permission
from rooms.live_events import in_room
from rooms.polls import service
from rooms.polls.drafts import PollDraft
from rooms.polls.shapes import OfPoll, OpenPoll, VotePoll

JSON = dict[str, Any]


@in_room("open_poll", permission=Permission.POLL_RUN, body=OpenPoll)
async def open_poll(visit: Visit, said: OpenPoll) -> JSON:
    return await service.open_poll(visit.app, visit.viewer, said.room, PollDraft(said.question, said.options))


@in_room("vote_poll", permission=Permission.POLL_VOTE, body=VotePoll)
async def vote_poll(visit: Visit, said: VotePoll) -> JSON:
    return await service.vote(visit.app, visit.viewer, said.room, said.id, said.option)


@in_room("close_poll", permission=Permission.POLL_RUN, body=OfPoll)
async def close_poll(visit: Visit, said: OfPoll) -> JSON:
    return {"seq": await service.close_poll(visit.app, visit.viewer, said.room, said.id)}


@in_room("withdraw_poll", permission=Permission.POLL_RUN, body=OfPoll)
async def withdraw_poll(visit: Visit, said: OfPoll) -> JSON:
    return {"seq": await service.withdraw_poll(visit.app, visit.viewer, said.room, said.id)}
