"""What was said at surgeries that were closed before there was a search is found in it, and only what was published."""

import pytest

from foundation.models import SearchEntry
from tests.clients import JSON
from tests.house import House
from tests.running.before_rooms import ANSWER, ANSWERED, CLOSED, WAITING, fill_before_rooms
from tests.running.old_database import Fill
from tests.server.upgraded import old as old
from tests.server.upgraded import old_databases as old_databases  # filled once a run
from tests.server.upgraded import settings as settings  # its copy
from tests.server.upgraded import upgraded as upgraded  # a house on it


@pytest.fixture
def fill() -> Fill:
    return fill_before_rooms


async def _found(house: House, q: str) -> dict[str, JSON]:
    return {item["id"]: item for item in (await house.caller().get("/search", params={"q": q})).json["items"]}


async def test_dilys_finds_old_questions_and_their_answers(upgraded: House) -> None:
    assert set(await _found(upgraded, "lines")) == {WAITING}
    asked = await _found(upgraded, "who parks there")
    assert (asked[ANSWERED]["answered"], asked[ANSWERED]["title"]) == (True, "Parking at the school")
    [answer] = (await _found(upgraded, "parents nine")).values()
    assert (answer["id"], answer["answered"]) == (ANSWER, True)
    assert answer["url"] == f"/surgeries/{CLOSED}/transcript#m-{ANSWER}"
    assert CLOSED in await _found(upgraded, "parking school")


async def test_what_was_held_hidden_or_is_not_over_is_not_found(upgraded: House) -> None:
    for words in ("number 12", "Words to be hidden", "Bins"):
        assert await _found(upgraded, words) == {}, words
    kept = await SearchEntry.filter(kind="message").values("target_id")
    assert {entry["target_id"] for entry in kept} == {ANSWERED, WAITING, ANSWER}
