"""Slips of a round in its vote, handled over JSON as staff do."""

from typing import Any

from tests.cast import Member
from tests.clients import JSON, Answer
from tests.priorities.poll import Poll

JANE = {"name": "Jane Doe", "house": "14", "postcode": "CF10 1AA"}


class Slips:
    def __init__(self, poll: Poll, round_id: str) -> None:
        self.poll, self.round = poll, round_id
        self.receipts: dict[int, str] = {}

    async def print(self, count: int) -> Answer:
        """Made by Ada; their receipts are remembered."""
        answer = await self._post("", None, count=count)
        if answer.status == 201:
            self.receipts |= {each["serial"]: each["receipt"] for each in answer.json["items"]}
        return answer

    async def issue(self, serial: int, **to: Any) -> Answer:
        """By Ada, to an account or a name and address."""
        return await self._post("/issue", None, serial=serial, **to)

    async def read(self, serial: int, choices: Any, by: Member | None = None) -> Answer:
        return await self._post("/readings", by, serial=serial, choices=choices)

    async def read_by_two(self, serial: int, choices: Any) -> str:
        """By Ada and Huw, alike: what became of the slip."""
        await self.read(serial, choices, self.poll.cast.ada)
        return str((await self.read(serial, choices, self.poll.cast.huw)).json["state"])

    async def spoil(self, serial: int, **more: Any) -> Answer:
        return await self._post("/spoil", None, serial=serial, reason="Torn", **more)

    async def take_back(self, serial: int, **of: Any) -> Answer:
        return await self._post("/return", None, serial=serial, **of)

    async def counts(self) -> JSON:
        found: JSON = (await self.poll.house.caller(self.poll.cast.ada).get(f"/rounds/{self.round}/slips")).json
        return found

    async def _post(self, path: str, by: Member | None, **body: Any) -> Answer:
        caller = self.poll.house.caller(by or self.poll.cast.ada)
        return await caller.post(f"/rounds/{self.round}/slips{path}", body)
