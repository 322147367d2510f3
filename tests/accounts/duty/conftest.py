"""An open room whose host is on duty, and the words that it shows."""

import re

import pytest

from tests.clients import Answer
from tests.house import House
from tests.rooms_from_outside import Room


async def words_of(house: House, officer: str) -> str | None:
    """The words that an officer has now, as anybody gets them."""
    answer = await house.caller().get(f"/officers/{officer}")
    assert answer.status == 200, answer.text
    duty = answer.json["on_duty"]
    return duty and str(duty["code"])


async def check(house: House, code: object) -> Answer:
    """Somebody signed out types words."""
    return await house.caller().post("/check", {"code": code})


def says(text: object, words: str) -> bool:
    """Whether a page, or anything else, has these three words after each other, whatever stands between them."""
    bare = re.sub(r"<[^>]*>", " ", str(text))
    return re.search(r"[^a-z]+".join(words.split()), bare.lower()) is not None


@pytest.fixture
async def words(room: Room) -> str:
    """The words of PC Ada Okafor, who is on duty in an open room."""
    found = await words_of(room.house, room.host.id)
    assert found, "who opens a surgery must be on duty for this to mean anything"
    return found
