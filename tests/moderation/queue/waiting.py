"""Things that wait in the queue, as people made them wait."""

from datetime import timedelta
from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.items.models import ReviewItem
from tests.cast import Cast, Member
from tests.clients import JSON
from tests.house import House
from tests.rooms_from_outside import Room

HELD = "Ring me on 07700 900123"
"""What a rule holds when its author sends it all the same."""
HARD = "you are a fucking cunt"


async def hold(room: Room, member: Member, body: str = HELD) -> str:
    """Somebody's words wait to be read; gives the id of their item."""
    seat = await room.enter(member)
    said = await seat.say(body, confirm=True)
    assert said["status"] == "held", said
    return str((await ReviewItem.filter(target_id=said["id"]).get()).id)


async def queue(house: House, member: Member, query: str = "") -> list[JSON]:
    """The items of somebody's queue."""
    answer = await house.caller(member).get(f"/moderation/queue{query}")
    assert answer.status == 200, answer.text
    return list(answer.json["items"])


async def ids(house: House, member: Member, query: str = "") -> list[str]:
    return [item["id"] for item in await queue(house, member, query)]


async def add_items(cast: Cast, count: int = 1, **changes: Any) -> list[str]:
    """Items about things that nobody has made: for the queue's order, counts and pages."""
    now = clock.now()
    rows = []
    for number in range(count):
        id_ = new_id()
        values: dict[str, Any] = {
            "id": id_, "open_key": f"message:{id_}", "target_type": "message", "target_id": id_,
            "force_id": "south-wales", "neighbourhood_id": "cathays", "author_id": cast.rosa.id, "cause": "held",
            "kind": "personal_data", "kinds": ["personal_data"], "priority": 899, "opened_at": now, "changed_at": now,
            "due_at": now + timedelta(minutes=15, seconds=number),
        }  # fmt: skip
        rows.append(ReviewItem(**(values | changes)))
    await ReviewItem.bulk_create(rows)
    return [str(row.id) for row in rows]
