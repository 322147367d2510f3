"""A decision is taken back once, however many moderators ask for it at the same moment."""

import asyncio

import pytest

from moderation.models import Decision
from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk


@pytest.mark.parametrize("action", ["none", "warn", "silence"])
async def test_of_many_who_undo_at_once_one_does(desk: Desk, cast: Cast, action: str) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, action, **({"seconds": 600} if action == "silence" else {}))
    answers = await asyncio.gather(*(desk.undo(who, decision) for who in (cast.mo, cast.dee, cast.dai) * 3))
    assert sorted(answer.status for answer in answers) == [204] + [409] * 8
    assert await Decision.filter(supersedes_id=decision["id"]).count() == 1
    assert await desk.waits(message, cast.mo)


async def test_of_many_hosts_who_undo_at_once_one_does(desk: Desk, cast: Cast) -> None:
    host = await desk.room.enter(cast.ada)
    rosa = await desk.room.enter(cast.rosa)
    await host.ok("silence_person", person=cast.rosa.id, seconds=600, reason="Too loud")
    decision = await Decision.filter(author_id=cast.rosa.id).get().values("id")
    answers = await asyncio.gather(*(desk.undo(who, decision) for who in (cast.ada, cast.mo, cast.dee) * 3))
    assert sorted(answer.status for answer in answers) == [204] + [409] * 8
    await rosa.say("Thank you")
