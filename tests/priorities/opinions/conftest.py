"""A round that asks for opinions."""

from dataclasses import dataclass, field

import pytest

from foundation import clock
from foundation.ids import new_id, random_id
from priorities.models import Phase
from priorities.opinions.models import Opinion, Statement
from tests.cast import Member
from tests.clients import Answer
from tests.priorities.poll import Poll


@dataclass
class Asking:
    """Statements of a round, put by Rosa and answered by whom a test likes."""

    poll: Poll
    id: str
    statements: list[str] = field(default_factory=list)

    async def put(self, text: str, member: Member | None = None) -> Answer:
        caller = self.poll.house.caller(member or self.poll.cast.rosa)
        answer = await caller.post(f"/rounds/{self.id}/statements", {"text": text})
        if answer.status == 201:
            self.statements.append(answer.json["id"])
        return answer

    async def say(self, member: Member, opinion: str, statement: int = 0) -> Answer:
        path = f"/statements/{self.statements[statement]}/opinion"
        return await self.poll.house.caller(member).put(path, {"opinion": opinion})

    async def list_for(self, member: Member | None) -> dict[str, str | None]:
        answer = await self.poll.house.caller(member).get(f"/rounds/{self.id}/statements")
        return {each["text"]: each["mine"] for each in answer.json["items"]}

    async def results(self, member: Member | None = None) -> Answer:
        return await self.poll.house.caller(member).get(f"/rounds/{self.id}/opinions")

    async def crowd(self, people: list[list[int]]) -> None:
        """Statements that people answered whom the test need not sign in; 9 stands for nothing said."""
        now = clock.now()
        texts = [f"Statement number {number}" for number in range(len(people[0]))]
        rows = [
            Statement(id=new_id(), round_id=self.id, author_id=self.poll.cast.rosa.id, client_id=text, text=text,
                      state="published", created_at=now)
            for text in texts
        ]  # fmt: skip
        await Statement.bulk_create(rows)
        self.statements = [str(row.id) for row in rows]
        await Opinion.bulk_create(
            [
                Opinion(id=random_id(), round_id=self.id, statement_id=row.id, mark=f"mark-{number}", opinion=opinion)
                for number, given in enumerate(people)
                for row, opinion in zip(rows, given, strict=True)
                if opinion != 9
            ],
            batch_size=500,
        )


@pytest.fixture
async def asking(poll: Poll) -> Asking:
    """While its vote is open."""
    return Asking(poll, await poll.begin(Phase.VOTE, opinions=True))
