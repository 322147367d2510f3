"""What who decides about questions is shown: one with all that can become of it, or all that remain."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from rooms.promises.vows import possible_owners
from rooms.questions.alike import alike
from rooms.questions.asked import Asked, access_asked, asked_in
from rooms.questions.panel import orders
from rooms.questions.policy import access_to_decide, may_promise
from rooms.questions.ports import MOVES_OF
from rooms.questions.tallies import votes_in
from rooms.questions.telling import excerpt_of
from rooms.standing import Standing
from rooms.surgeries.cards import card
from rooms.surgeries.service import access_surgery

JSON = dict[str, Any]


async def question_to_decide(app: web.Application, viewer: Viewer, room_id: str, question_id: str) -> JSON:
    """`question`, `others` (what it can be merged with, the most like it first), `surgery`, and who may promise."""
    standing = await access_to_decide(viewer, room_id)
    asked = await access_asked(room_id, question_id)
    others = [each for each in await asked_in(room_id) if each.id != asked.id and each.into is None]
    near = [each.asked for each in await alike(asked.body, others)]
    sorted_others = [*near, *(each for each in others if each not in near)]
    return {
        "question": (await _drawn([asked], room_id))[0],
        "others": [{"id": each.id, "words": excerpt_of(each.body), "near": each in near} for each in sorted_others],
        **await _around(app, standing),
    }


async def what_remains(app: web.Application, viewer: Viewer, room_id: str) -> JSON:
    """`remaining`: what nobody has answered, promised or closed, most wanted first; `surgery`, and who may promise."""
    standing = await access_to_decide(viewer, room_id)
    asked = {each.id: each for each in await asked_in(room_id)}
    wanted = orders(list(asked.values()), await votes_in(room_id))["wanted"]
    waiting = [asked[id_] for id_ in wanted if asked[id_].waits]
    return {"remaining": await _drawn(waiting, room_id), **await _around(app, standing)}


async def count_remaining(room_id: str) -> int:
    """How many questions nobody has answered, promised or closed."""
    return sum(row.waits for row in await asked_in(room_id))


async def _drawn(asked: list[Asked], room_id: str) -> list[JSON]:
    people = await persons([each.author_id for each in asked])
    votes = await votes_in(room_id)
    return [
        {"id": each.id, "body": each.body, "author": people[each.author_id], "votes": votes.get(each.id, 0),
         "waits": each.waits}
        for each in asked
    ]  # fmt: skip


async def _around(app: web.Application, standing: Standing) -> JSON:
    surgery = await card(await access_surgery(standing.room_id))
    around: JSON = {"surgery": surgery, "may_promise": may_promise(standing), "is_open": standing.is_open}
    around["moves"] = await app[MOVES_OF](standing.room_id) if MOVES_OF in app else None
    if around["may_promise"]:
        around["promise_owners"] = await possible_owners(standing.room["neighbourhood_id"], standing.viewer)
        around["today"] = clock.today_in(app[SETTINGS].time_zone).isoformat()
    return around
