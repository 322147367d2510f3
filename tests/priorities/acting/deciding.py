"""What moderators decide about priorities."""

from typing import Any

from tests.cast import Cast
from tests.clients import JSON, Answer
from tests.house import House


async def decided(house: House, cast: Cast, priority: str, action: str, **more: Any) -> JSON:
    """What Mo decides about a priority that Rosa has flagged."""
    item = await flagged(house, cast, priority)
    answer = await ruled(house, cast, item, action, **more)
    assert answer.status == 201, answer.text
    return {"item": item, "decision": answer.json["id"]}


async def flagged(house: House, cast: Cast, priority: str) -> JSON:
    """What stands in Mo’s queue once Rosa has flagged a priority."""
    target = {"type": "priority", "id": priority}
    answer = await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "personal_data"})
    assert answer.status == 201, answer.text
    items = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    [item] = [each for each in items if each["target"] == target]
    return dict(item)


async def ruled(house: House, cast: Cast, item: JSON, action: str, **more: Any) -> Answer:
    """The answer to what Mo decides about it, as he read it there."""
    ruling = {"version": item["version"], "action": action, "clause": "private", "reason": "It names somebody.", **more}
    return await house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", ruling)
