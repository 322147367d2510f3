"""Searching as people do, by the call of the contract."""

import pytest

from tests.cast import Member
from tests.clients import JSON
from tests.house import House


class Finder:
    """What somebody finds in a house."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, q: str, member: Member | None = None, **narrowed: str) -> list[JSON]:
        params = {"q": q, **{name.rstrip("_"): value for name, value in narrowed.items()}}
        answer = await self._house.caller(member).get("/search", params=params)
        assert answer.status == 200, answer.text
        return list(answer.json["items"])

    async def ids(self, q: str, member: Member | None = None, **narrowed: str) -> list[str]:
        return [item["id"] for item in await self(q, member, **narrowed)]

    async def everything(self, q: str, member: Member | None = None) -> str:
        """All that a search answers with, by the call and on the page, but for what was typed."""
        page = await self._house.caller(member).send("GET", "/search", params={"q": q})
        assert page.status == 200
        return f"{await self(q, member)}{page.text.partition('id=results')[2]}"


@pytest.fixture
def find(house: House) -> Finder:
    return Finder(house)
