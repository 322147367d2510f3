"""Rounds that were counted, of as many ballots as a test likes: these are made up, the count is the real one."""

import json
from collections.abc import Sequence
from typing import Any

from foundation import clock
from foundation.ids import new_id
from priorities.closing.models import Close, Silent
from priorities.closing.result import counted
from priorities.models import Option, Phase, Round
from priorities.round_rows import find_round
from server.app import SCHEDULER
from tests.house import House
from tests.priorities.poll import Poll

DAYS = (
    {"from": "2026-11-02", "to": "2026-11-02", "voted": 14},
    {"from": "2026-11-03", "to": "2026-11-05", "voted": 11},
)


async def close(
    poll: Poll, ballots: Sequence[tuple[str, Any]], *, fallen: Sequence[int] = (), **columns: Any
) -> tuple[str, list[str]]:
    """A round whose vote is over and counted: its id, and those of its options. `ballots` name options by number."""
    round_id = await poll.begin(Phase.VOTE, **columns)
    options = [str(one.id) for one in await Option.filter(round_id=round_id).order_by("id")]
    await Round.filter(id=round_id).update(phase=Phase.AGREE, agree_at=clock.now())
    await seal(round_id, [(tier, _choice(options, choice)) for tier, choice in ballots], [options[n] for n in fallen])
    return round_id, options


def _choice(options: Sequence[str], choice: Any) -> Any:
    return tuple((options[one[0]], one[1]) if isinstance(one, tuple) else options[one] for one in choice)


async def seal(round_id: str, ballots: Sequence[tuple[str, Any]], fallen: Sequence[str]) -> None:
    row = await find_round(round_id)
    assert row is not None
    options = await Option.filter(round_id=round_id).order_by("id")
    shown = [{"id": str(one.id), "stands": one.id not in fallen} for one in options]
    result = counted(row, shown, ballots)
    at = clock.now()
    await Close.create(
        id=round_id, file=json.dumps({"options": shown}), sha256="a" * 64, ballots=len(ballots), root="b" * 64,
        statement="", signature="", result=result.to_keep(), days=list(DAYS), at=at,
    )  # fmt: skip
    await Round.filter(id=round_id).update(closed_at=at)


async def silent(round_id: str, *cells: tuple[str, int, int]) -> None:
    for label, could, voted in cells:
        await Silent.create(id=new_id(), round_id=round_id, kind="age", label=label, could=could, voted=voted)


def hold_jobs(house: House) -> None:
    """Let no tick come between: a vote that is over stays as it is until a test has it counted."""
    house.app[SCHEDULER]._ticker.pause()
