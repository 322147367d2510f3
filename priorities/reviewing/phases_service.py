"""What happens to the priorities of a round as its review begins and ends, by the clock."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from aiohttp import web

from priorities.acting import store as acting
from priorities.acting.finding import priority_changed
from priorities.acting.models import Status
from priorities.acting.priority_rows import UNDER_WAY
from priorities.broadcast import priorities_changed
from priorities.reviewing import store
from priorities.reviewing.figures import is_met
from priorities.writing import Tell

JSON = dict[str, Any]


async def begin_review(_app: web.Application, row: JSON) -> Sequence[Tell]:
    """Neighbours are asked from now on; the mails that ask them leave by a job (`asking_service`)."""
    await store.begin_reviews(row["id"])
    return _told(await acting.of_round(row["id"]))


async def end_review(_app: web.Application, row: JSON) -> Sequence[Tell]:
    """What they said decides: met, or not. Once for each priority, inside the transaction that moves the round."""
    asked = [each for each in await acting.of_round(row["id"]) if each["status"] in UNDER_WAY]
    figures = await store.count([each["id"] for each in asked])
    for each in asked:
        met = is_met(figures[each["id"]])
        await store.add_end(each["id"], figures[each["id"]], met=met)
        await acting.end_priority(each["id"], each["version"], Status.MET if met else Status.UNMET)
        await priority_changed(each["id"])
    return _told(asked)


def _told(rows: Sequence[JSON]) -> list[Tell]:
    return [partial(priorities_changed, priorities=[row["id"] for row in rows])] if rows else []
