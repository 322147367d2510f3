"""What is pinned on top of a room, and the marks in its log."""

import pytest

from foundation.ids import new_id
from tests.cast import Cast
from tests.rooms_from_outside import Room

FIRST = "The council mends lamps: ring their number"
SECOND = "The next surgery is on Tuesday"


async def test_what_is_pinned_stands_on_top_and_its_words_go_when_it_is_taken_off(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    pin = (await ada.ok("pin_notice", text=f"**{FIRST}**"))["id"]
    assert FIRST in (await rosa.hear("notice_pinned", id=pin))["data"]["html"]
    assert (await room.enter(cast.gwen)).entered["pin"]["id"] == pin
    await ada.ok("unpin_notice", id=pin)
    assert (await rosa.hear("notice_unpinned", id=pin))["data"] == {"id": pin, "text": None, "html": None}
    entered = (await room.enter(cast.gwen)).entered
    page = (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    assert entered["pin"] is None
    assert FIRST not in f"{entered} {page} {await room.log()}"
    assert await ada.refused("unpin_notice", id=pin) == "conflict"


async def test_the_log_says_a_notice_in_plain_words_without_the_marks_of_markdown(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    pin = (
        await ada.ok(
            "pin_notice", text="Report *broken* lamps:\n- [here](https://lamps.example)\n- by **phone** & post"
        )
    )["id"]
    words = "Report broken lamps: here (https://lamps.example) by phone & post"
    assert (await rosa.hear("notice_pinned", id=pin))["data"]["text"] == words
    page = (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    assert f"Pinned by the hosts: {words.replace('&', '&amp;')}" in page


async def test_another_notice_takes_the_place_of_the_first_and_of_its_words(room: Room, cast: Cast):
    ada, mo = await room.enter(cast.ada), await room.enter(cast.mo)
    await ada.ok("pin_notice", text=FIRST)
    second = (await mo.ok("pin_notice", text=SECOND))["id"]
    assert (await room.enter(cast.rosa)).entered["pin"]["id"] == second
    assert FIRST not in str(await room.log())
    assert SECOND in str(await room.log())


async def test_a_mark_stands_in_the_log_until_it_is_taken_back(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    mark = (await ada.ok("mark_moment", label="  Street   lights "))["id"]
    assert (await rosa.hear("moment_marked", id=mark))["data"]["label"] == "Street lights"
    assert "Key moment: Street lights" in (await room.house.page(f"/surgeries/{room.id}")).text
    await ada.ok("mark_moment")
    await ada.ok("withdraw_moment", id=mark)
    assert (await rosa.hear("moment_withdrawn", id=mark))["data"]["label"] is None
    page = (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    assert "Street lights" not in f"{page} {await room.log()}".replace("Bikes and street lights", "")
    assert "Key moment" in page, "the other mark stands"
    assert await ada.refused("withdraw_moment", id=mark) == "conflict"


@pytest.mark.parametrize("name", ["rosa", "gwen", "huw", "nia", "max"])
async def test_only_the_rooms_staff_pin_and_mark(room: Room, cast: Cast, name: str):
    ada, outsider = await room.enter(cast.ada), await room.enter(getattr(cast, name))
    pin = (await ada.ok("pin_notice", text=FIRST))["id"]
    mark = (await ada.ok("mark_moment"))["id"]
    before = await room.last_seq()
    acts = {
        "pin_notice": {"text": "Ours"}, "unpin_notice": {"id": pin}, "mark_moment": {}, "withdraw_moment": {"id": mark},
    }  # fmt: skip
    for act, data in acts.items():
        assert await outsider.refused(act, **data) == "not_allowed", act
    assert await room.last_seq() == before


async def test_what_is_too_long_or_of_another_room_is_refused(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    pin = (await ada.ok("pin_notice", text=FIRST))["id"]
    assert await ada.refused("pin_notice", text="x" * 501) == "invalid"
    assert await ada.refused("pin_notice", text=" ") == "invalid"
    assert await ada.refused("mark_moment", label="x" * 121) == "invalid"
    assert await ada.refused("withdraw_moment", id=new_id()) == "conflict"
    beside = await (await room.beside()).enter(cast.ada)
    assert await beside.refused("unpin_notice", id=pin) == "conflict"
