"""A topic that readers who are signed out come to."""

from dataclasses import dataclass

import pytest

from forums.models import Topic
from tests.cast import Cast
from tests.clients import Answer
from tests.forums.talk import Talk
from tests.house import House

TITLE = "A light for the underpass"
BEHIND = "A title that nobody was told of"


@dataclass
class Read:
    """A topic of Rosa's, as readers find it who are signed out."""

    house: House
    talk: Talk
    id: str
    first: str

    @property
    def path(self) -> str:
        return f"/topics/{self.id}"

    async def answer(self, query: str = "", **headers: str) -> Answer:
        """Its page, as somebody new is shown it."""
        return await self.house.caller().send("GET", self.path + query, headers={"Accept": "text/html", **headers})

    async def text(self) -> str:
        answer = await self.answer()
        assert answer.status == 200, answer.text
        return answer.text

    async def rename_behind(self) -> None:
        """Change its title past everybody: only a page that is drawn anew shows it."""
        await Topic.filter(id=self.id).update(title=BEHIND)

    async def is_drawn_anew(self, **headers: str) -> bool:
        return BEHIND in (await self.answer(**headers)).text


@pytest.fixture
async def read(house: House, cast: Cast, talk: Talk) -> Read:
    outcome = await talk.topic(cast.rosa, TITLE, "It is dark there by four in the afternoon.")
    return Read(house, talk, str(outcome.topic_id), str(outcome.id))
