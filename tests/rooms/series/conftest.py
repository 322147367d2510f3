"""Planning what repeats as an officer does it: by the form, without scripts."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from foundation import clock
from tests.accounts.browsing import Browser
from tests.cast import HOME, Cast
from tests.clients import Answer
from tests.house import House

NEW = f"/neighbourhoods/{HOME}/surgeries/new"


def next_tuesday() -> date:
    """A Tuesday that is at least a week away."""
    day = clock.now().date() + timedelta(days=7)
    return day + timedelta(days=(1 - day.weekday()) % 7)


class Planner(Browser):
    """An officer with the form before them."""

    async def plan(self, **given: str) -> Answer:
        """Post the form as it is filled in, and what it asks to be confirmed."""
        await self.get(NEW)
        form = {
            "title": "Ask about bikes", "kind": "surgery", "date": next_tuesday().isoformat(), "start": "18:00",
            "end": "19:00", "mode": "open", "repeat": "weekly", **given,
        }  # fmt: skip
        return await self.post(NEW, **form)

    async def series(self, **given: str) -> str:
        """Plan a series and announce it; gives its id."""
        answer = await self.plan(confirm="yes", **given)
        assert answer.status == 303, answer.text
        return str(answer.headers["Location"]).removeprefix("/series/")


@pytest.fixture
async def ada(house: House, cast: Cast) -> AsyncIterator[Planner]:
    """PC Ada Okafor's browser."""
    browser = Planner(house.url, cast.ada)
    yield browser
    await browser.close()
