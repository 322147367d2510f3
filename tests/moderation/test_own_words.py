"""A force's own words: tried before they count, in use within seconds, said why, and taken off again."""

import pytest

from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room

PATH = "/moderation/words"
WORD = {"list": "abuse", "entry": "Snake pit", "why": "What the estate is called by those who look down on it"}


async def test_mo_lists_a_word_and_the_next_message_with_it_is_held(house: House, cast: Cast, room: Room) -> None:
    rosa = await room.enter(cast.rosa)
    assert (await rosa.say("Lights are out in the snake pit"))["status"] == "published"
    mo = house.caller(cast.mo)
    assert (await mo.post(f"{PATH}/try", WORD)).json == {"looked_at": 1, "changed": 1}
    added = await mo.post(PATH, WORD)
    assert added.status == 201
    assert (await rosa.say("It is dark in the SN4KE-PIT"))["status"] == "held"
    entry = await AuditEntry.get(act="words.list")
    assert (entry.actor_id, entry.reason) == (cast.mo.id, WORD["why"])
    assert [item["entry"] for item in (await mo.get(PATH)).json["items"]] == ["Snake pit"]
    assert (await mo.post(PATH, WORD)).status == 409
    assert (await mo.delete(f"{PATH}/{added.json['id']}")).status == 204
    assert (await rosa.say("Still dark in the snake pit tonight"))["status"] == "published"
    assert await AuditEntry.filter(act="words.unlist").count() == 1


async def test_mo_lets_a_place_pass_that_holds_a_listed_word(house: House, cast: Cast, room: Room) -> None:
    rosa = await room.enter(cast.rosa)
    word = {"list": "allowed", "entry": "Wanker's Corner", "why": "A farm"}
    assert (await house.caller(cast.mo).post(PATH, word)).status == 201
    assert (await rosa.say("Sheep are out at Wankers Corner"))["status"] == "published"
    assert (await rosa.say("You wanker"))["status"] == "held"


async def test_the_page_tries_a_word_before_it_is_listed(cast: Cast, room: Room, browser: NewBrowser) -> None:
    await (await room.enter(cast.rosa)).say("Lights are out in the snake pit")
    mo = browser(cast.mo)
    await mo.get(PATH)
    tried = await mo.post(PATH, **WORD)
    assert "Of the last 1 messages it would have held 1." in tried.text
    assert "Lights are out in the snake pit" in tried.text
    assert "Snake pit</strong>" not in tried.text, "nothing is listed yet"
    assert (await mo.post(PATH, **WORD, save="true")).headers["Location"] == f"{PATH}?added"
    page = await mo.get(f"{PATH}?added")
    assert "Snake pit</strong>" in page.text
    assert WORD["why"] in page.text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"entry": " * "}, "entry"),
        ({"entry": "one two three four five six seven"}, "entry"),
        ({"entry": "a" * 101}, "entry"),
        ({"why": ""}, "why"),
        ({"why": "w" * 301}, "why"),
        ({"list": "banned"}, "list"),
    ],
)
async def test_what_is_no_word_is_refused(house: House, cast: Cast, change: dict[str, str], field: str) -> None:
    for path in (PATH, f"{PATH}/try"):
        refused = await house.caller(cast.mo).post(path, WORD | change)
        assert (refused.status, [each["field"] for each in refused.json["errors"]]) == (422, [field])


@pytest.mark.parametrize("who", ["rosa", "gwen", "ada"])
async def test_others_neither_read_nor_change_the_lists(house: House, cast: Cast, who: str) -> None:
    caller = house.caller(getattr(cast, who))
    for answer in (await caller.get(PATH), await caller.post(PATH, WORD), await caller.post(f"{PATH}/try", WORD)):
        assert answer.status == 403
