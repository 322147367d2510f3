"""A panel that sits: Ada is on it, and what it agrees on is written down by her."""

from datetime import timedelta
from typing import Any

from foundation import clock
from priorities.acting.models import Priority
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.results.counted import close

VOTES = [("email", (0, 1))] * 6 + [("postcode", (1, 2))] * 4


def in_weeks(weeks: int) -> str:
    """A day from now on, as forms and calls bring one."""
    return (clock.now() + timedelta(weeks=weeks)).date().isoformat()


class Sitting:
    """A round whose vote is counted: it advises the options 0, 1 and 2 of four. Its panel is Ada."""

    def __init__(self, house: House, cast: Cast, round_id: str, options: list[str]) -> None:
        self.house, self.cast, self.round_id, self.options = house, cast, round_id, options

    async def agree(self, *numbers: int, by: Member | None = None, **more: Any) -> Answer:
        """Write down that these were agreed on, by Ada or another one: the answer, whatever it is."""
        kept = {row.option_id: row.kept_version for row in await Priority.filter(round_id=self.round_id)}
        promised = [
            {"id": self.options[each], "kept_version": kept.get(self.options[each], 0),
             "owner_role": "neighbourhood team", "owner_rank": "Sgt",
             "promise": "We patrol there every evening.", "next_update": in_weeks(4)}
            for each in numbers
        ]  # fmt: skip
        caller = self.house.caller(by or self.cast.ada)
        return await caller.post(f"/rounds/{self.round_id}/agreement", {"options": promised, **more})

    async def page(self, member: Member | None = None) -> str:
        answer = await self.house.page(f"/rounds/{self.round_id}/panel", member)
        assert answer.status == 200
        return answer.text


async def sit(house: House, cast: Cast, poll: Poll, **columns: Any) -> Sitting:
    round_id, options = await close(poll, VOTES, **columns)
    sitting = Sitting(house, cast, round_id, options)
    assert (await name(sitting, cast.ada, cast.ada)).status == 204
    return sitting


async def name(sitting: Sitting, person: Member, by: Member) -> Answer:
    return await sitting.house.caller(by).put(f"/rounds/{sitting.round_id}/panel/members/{person.id}")
