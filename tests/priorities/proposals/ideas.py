"""Proposals as the cast make them by the JSON calls, and what moderators do with them."""

from typing import Any

from tests.cast import Cast, Member
from tests.clients import JSON, Answer
from tests.house import House
from tests.priorities.poll import Poll

TITLE, WHAT = "Speeding past the school", "Cars go past the gate at *eight* each day."
ABUSE = "You are a spastic"
WHY = {"clause": "kind", "reason": "It says who people are."}
CORNERS = [[-3.181, 51.481], [-3.171, 51.481], [-3.171, 51.491], [-3.181, 51.481]]


class Ideas:
    """Proposals in rounds of the cast's neighbourhood."""

    def __init__(self, poll: Poll) -> None:
        self.poll = poll
        self.house: House = poll.house
        self.cast: Cast = poll.cast

    async def send(self, member: Member | None, round_id: str, **words: Any) -> Answer:
        body = {"title": TITLE, "what": WHAT, **words}
        return await self.house.caller(member).post(f"/rounds/{round_id}/proposals", body)

    async def made(self, member: Member, round_id: str, **words: Any) -> JSON:
        """One that must be taken and shown."""
        answer = await self.send(member, round_id, **words)
        assert answer.status == 201, answer.text
        return dict(answer.json)

    async def held(self, member: Member, round_id: str) -> str:
        """One that must wait: its id."""
        answer = await self.send(member, round_id, what=ABUSE)
        assert answer.status == 202, answer.text
        return str(answer.json["id"])

    async def read(self, member: Member | None, proposal_id: str) -> Answer:
        return await self.house.caller(member).get(f"/proposals/{proposal_id}")

    async def change(self, member: Member, proposal: JSON, **words: Any) -> Answer:
        body = {"version": proposal["version"], "title": proposal["title"], "what": proposal["what"], **words}
        return await self.house.caller(member).patch(f"/proposals/{proposal['id']}", body)

    async def listed(self, member: Member | None, round_id: str) -> list[str]:
        answer = await self.house.caller(member).get(f"/rounds/{round_id}/proposals")
        assert answer.status == 200, answer.text
        return [each["title"] for each in answer.json["items"]]

    async def found(self, words: str, member: Member | None = None) -> list[str]:
        """The titles of what is found."""
        answer = await self.house.caller(member).get(f"/search?q={words}&kind=priority")
        assert answer.status == 200, answer.text
        return [each["id"] for each in answer.json["items"]]

    async def flag(self, member: Member, proposal_id: str) -> Answer:
        target = {"target": {"type": "proposal", "id": proposal_id}, "reason": "abuse"}
        return await self.house.caller(member).post("/flags", target)

    async def item(self, proposal_id: str) -> JSON:
        """The open item about a proposal in Mo's queue."""
        answer = await self.house.caller(self.cast.mo).get("/moderation/queue?limit=100")
        [item] = [each for each in answer.json["items"] if each["target"]["id"] == proposal_id]
        return dict(item)

    async def decide(self, proposal_id: str, action: str, **more: Any) -> Answer:
        item = await self.item(proposal_id)
        body = {"version": item["version"], "action": action, **WHY, **more}
        return await self.house.caller(self.cast.mo).post(f"/moderation/items/{item['id']}/decision", body)

    async def in_place(self, member: Member, proposal_id: str, action: str) -> Answer:
        return await self.house.caller(member).put(f"/proposals/{proposal_id}/decision", {"action": action, **WHY})
