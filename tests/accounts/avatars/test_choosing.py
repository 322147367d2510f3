"""Choosing a picture: on a page without scripts and by the JSON call, from one's own set and no other."""

import re

import pytest

from accounts.avatars.faces import OFFICERS, PEOPLE
from accounts.models import Person
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room

REFUSED = [
    "", "officer", "peep-afro", "peep-afro-red", "officer-bun-sky", "nobody-stone", "cap-sky",
    "/avatars/peep-afro-sky.svg", "/static/images/uniform/cap.svg", "/avatars/photos/0000000000000000/128.webp", "https://example.org/police.svg",
    "data:image/svg+xml,<svg/>", "../../etc/passwd-sky", "peep-afro-sky\u202e", "x" * 9000,
]  # fmt: skip


async def test_rosa_chooses_a_face_and_everybody_is_shown_it(house: House, cast: Cast) -> None:
    answer = await house.caller(cast.rosa).patch("/me", {"avatar": "peep-grey-bun-plum"})
    assert answer.status == 200, answer.text
    avatar = answer.json["avatar"]
    assert re.fullmatch(r"/avatars/peep-grey-bun-plum\.svg\?v=[0-9a-f]{12}", avatar.pop("src"))
    assert avatar == {"alt": "Face with white hair in a bun and glasses", "uniform": False, "layer": None}
    entry = await AuditEntry.get(act="avatar.choose")
    assert (entry.actor_id, entry.subject_id, entry.details) == (
        cast.rosa.id, cast.rosa.id, {"avatar": "peep-grey-bun-plum"}
    )  # fmt: skip


@pytest.mark.parametrize("avatar", REFUSED, ids=lambda avatar: avatar[:40])
async def test_what_is_not_offered_to_residents_is_refused(house: House, cast: Cast, avatar: str) -> None:
    before = (await house.caller(cast.rosa).get("/me")).json["person"]
    answer = await house.caller(cast.rosa).patch("/me", {"avatar": avatar, "name": "Rosa the Second"})
    assert answer.status == 422, answer.text
    assert [wrong["field"] for wrong in answer.json["errors"]] == ["avatar"]
    assert (await house.caller(cast.rosa).get("/me")).json["person"] == before, "a refused picture changes no name"


async def test_an_officer_chooses_among_faces_made_for_the_uniform(house: House, cast: Cast) -> None:
    answer = await house.caller(cast.ada).patch("/me", {"avatar": "officer-twists-sun"})
    assert answer.json["avatar"]["alt"] == "Face with twisted hair and round glasses, in a police uniform"
    assert (await house.caller(cast.ada).patch("/me", {"avatar": "peep-afro-sun"})).status == 422


async def test_gwen_the_guest_chooses_on_a_page_without_scripts(house: House, cast: Cast, browser: NewBrowser) -> None:
    gwen = browser(cast.gwen)
    page = await gwen.get("/account/avatar")
    assert page.text.count('type="radio" name="face"') == 40
    assert page.text.count('type="radio" name="colour"') == 10
    for face, words in PEOPLE.items():
        assert f'value="{face}"' in page.text
        assert f'alt="{words}"' in page.text
    assert not any(face in page.text for face in OFFICERS)
    assert (await gwen.post("/account/avatar", face="plant-tulip", colour="mint")).status == 303
    assert "Your picture is changed" in (await gwen.get("/account/avatar?chosen")).text
    assert (await Person.get(id=cast.gwen.id)).avatar == "plant-tulip-mint"
    refused = await gwen.post("/account/avatar", face="officer-bun", colour="mint")
    assert (refused.status, "Choose one of the pictures" in refused.text) == (422, True)
    assert (await browser().get("/account/avatar")).status == 303, "who is nobody signs in first"


async def test_a_new_picture_is_told_to_the_rooms_at_once(room: Room, cast: Cast) -> None:
    gwen, rosa = await room.enter(cast.gwen), await room.enter(cast.rosa)
    await gwen.say("Good evening")
    await room.house.caller(cast.gwen).patch("/me", {"avatar": "peep-curls-sea"})
    told = await rosa.live.wait("person_changed", room=room.id)
    assert told["person"]["avatar"]["src"].startswith("/avatars/peep-curls-sea.svg")
    assert (await room.log())[-1]["data"]["author"] == told["person"], "old words have it too"


async def test_a_drawing_is_served_for_long_and_can_do_nothing(house: House, cast: Cast) -> None:
    src = (await house.caller(cast.rosa).get("/me")).json["person"]["avatar"]["src"]
    answer = await house.caller().send("GET", src)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("sandbox")
    assert "Set-Cookie" not in answer.headers
    other = await house.caller().send("GET", "/avatars/peep-afro-sky.svg?v=old")
    assert other.headers["Cache-Control"] == "public, max-age=300", "an old version is not kept for the new one"
    for path in ("/avatars/peep-afro.svg", "/avatars/..%2f..%2fx-sky.svg", "/avatars/cap-sky.svg", "/avatars/x.svg"):
        assert (await house.caller().send("GET", path)).status == 404
