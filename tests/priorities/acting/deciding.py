"""What moderators decide about priorities."""

from typing import Any

from tests.cast import Cast
from tests.clients import JSON
from tests.house import House


async def decided(house: House, cast: Cast, priority: str, action: str, **more: Any) -> JSON:
    """What Mo decides about a priority that Rosa has flagged."""
    target = {"type": "priority", "id": priority}
    flagged = await house.caller(cast.rosa).post("/flags", {"target": target, "reason": "personal_data"})
    assert flagged.status == 201, flagged.text
    items = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    [item] = [each for each in items if each["target"] == target]
    ruling = {"version": item["version"], "action": action, "clause": "private", "reason": "It names somebody.", **more}
    answer = await house.caller(cast.mo).post(f"/moderation/items/{item['id']}/decision", ruling)
    assert answer.status == 201, answer.text
    return {"item": item, "decision": answer.json["id"]}
