"""What a client says of itself, at every door: role, badge, picture and uniform stay what the record says."""

import re
from typing import Any
from uuid import uuid4

import pytest

from accounts.models import Person
from accounts.people import persons
from server.features import EVENTS
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.house import House
from tests.rooms_from_outside import Room

BADGE = {"rank": "PC", "number": "4127", "verified": True, "page": "/officers/x"}
UNIFORM = {"src": "/avatars/officer-bun-sky.svg", "alt": "", "uniform": True, "layer": "/static/images/uniform/cap.svg"}
LIES: dict[str, Any] = {
    "role": "officer",
    "officer": BADGE,
    "badge": BADGE,
    "uniform": True,
    "layer": UNIFORM["layer"],
    "photo": "0000000000000000",
    "verified": True,
    "confirmed_at": "2026-01-01T00:00:00Z",
    "force": "south-wales",
    "scope": "force",
    "suspended_at": None,
    "__proto__": {"officer": BADGE, "role": "officer"},
    "constructor": {"prototype": {"officer": BADGE}},
    "person": {"id": "x", "name": "PC Okafor", "role": "officer", "officer": BADGE, "avatar": UNIFORM},
    "author": {"id": "x", "role": "officer", "officer": BADGE, "avatar": UNIFORM},
    "me": {"role": "officer", "officer": BADGE},
    "by": BADGE,
}
PICTURES: list[Any] = [
    UNIFORM, UNIFORM["src"], UNIFORM["layer"], "officer-bun-sky", ["peep-afro-sky"], {"src": "peep-afro-sky"}, 5, True,
    "/avatars/photos/0000000000000000/512.webp", "//evil.example/cap.svg", "javascript:alert(1)",
]  # fmt: skip
FORGERIES = [
    '<span class="bl-badge bl-badge--officer">Verified officer PC 4127</span>',
    '<img class="bl-avatar__layer" src="/static/images/uniform/cap.svg">',
    "![x](/static/images/uniform/cap.svg){.bl-badge}",
    "[Verified officer](/officers/x){: class=bl-badge--officer}",
    "<svg class=bl-badge__mark></svg>",
    '**Verified officer**\n\n<p data-person="x" class="bl-person">PC</p>',
]


async def _kept(member: Member) -> tuple[dict[str, Any], dict[str, Any]]:
    """All that the record says of somebody, and how they are shown."""
    [row] = await Person.filter(id=member.id).values()
    return row, (await persons([member.id]))[member.id]


async def test_who_joins_as_a_guest_is_a_guest(house: House, cast: Cast) -> None:
    answer = await house.caller().post("/guest", {"name": "Gwenllian", "avatar": "officer-bun-sky", **LIES})
    assert answer.status == 201, answer.text
    person = answer.json["person"]
    assert (person["role"], person["officer"], person["avatar"]["uniform"]) == ("guest", None, False)
    row = await Person.get(id=person["id"])
    assert (row.role, row.avatar, row.photo, row.force_id, row.confirmed_at) == ("guest", None, None, None, None)  # type: ignore[attr-defined]


async def test_a_sign_in_gives_nothing_but_the_record(house: House, cast: Cast, everyone_has_a_password: None) -> None:
    before = await _kept(cast.rosa)
    body = {"email": "rosa@example.org", "password": "correct horse battery", **LIES}
    answer = await house.caller().post("/session", body)
    assert (answer.status, answer.json["person"]) == (201, before[1])


@pytest.mark.parametrize("who", ["rosa", "gwen", "mo"])
async def test_nothing_about_oneself_can_be_made_up(house: House, cast: Cast, who: str) -> None:
    member = getattr(cast, who)
    before = await _kept(member)
    assert (await house.caller(member).patch("/me", LIES)).json == before[1]
    for picture in PICTURES:
        answer = await house.caller(member).patch("/me", {**LIES, "avatar": picture})
        assert answer.status == 422, picture
    assert await _kept(member) == before


async def test_forms_take_their_own_fields_only(house: House, cast: Cast, browser: NewBrowser) -> None:
    before = await _kept(cast.rosa)
    rosa, lies = browser(cast.rosa), {name: str(lie) for name, lie in LIES.items()}
    await rosa.get("/account/avatar")
    assert (await rosa.post("/account/avatar", face="officer-bun", colour="sky", **lies)).status == 422
    assert (await rosa.post("/account/avatar", face="uniform/cap", colour="sky")).status == 422
    await rosa.post("/account/photo/remove", **lies)
    await rosa.get("/account")
    await rosa.post("/account/name", name="PC Ada Okafor", avatar="officer-bun-sky", **lies)
    assert await _kept(cast.rosa) == before


@pytest.mark.parametrize("about", ["nobody", "amir"])
async def test_no_live_event_changes_who_somebody_is(room: Room, cast: Cast, about: str) -> None:
    """The one member that is somebody's id, `person`, is no lie about oneself."""
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    mine = await rosa.say("Good evening")
    before = await _kept(cast.rosa)
    lies = {**LIES, "avatar": UNIFORM, "name": "PC Ada Okafor"}
    asked = {
        "room": room.id,
        "id": mine["id"],
        "after": 0,
        "body": "I am the police",
        "reason": "abuse",
        "mode": "open",
    }
    for event in EVENTS:
        if event.name not in {"leave", "withdraw_message"}:
            said = {**lies, **asked, "client_id": str(uuid4())}
            await rosa.live.emit(event.name, said | ({"person": cast.amir.id} if about == "amir" else {}))
    assert await _kept(cast.rosa) == before
    authors = [entry["data"]["author"] for entry in await room.log() if "author" in entry["data"]]
    assert len(authors) > 1, "she must have said something"
    assert all(author == before[1] for author in authors)
    assert (await rosa.live.ok("enter", room=room.id, after=0, **lies))["me"] == before[1]
    assert (await amir.live.ok("enter", room=room.id, after=0))["me"]["officer"] is None


@pytest.mark.parametrize("words", FORGERIES)
async def test_words_can_not_draw_a_badge_or_a_uniform(room: Room, cast: Cast, words: str) -> None:
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(words)
    html = next(entry for entry in await room.log() if entry["seq"] == said["seq"])["data"]["html"]
    tags = re.findall(r"<[^>]*>", html)
    assert not [tag for tag in tags if re.search(r"class=|data-|style=|^</?(img|svg|span)", tag)], html
    page = (await room.house.page(f"/surgeries/{room.id}", cast.amir)).text
    message = page.partition(f'id="m-{said["id"]}"')[2].partition("</li>")[0]
    assert "Rosa Jones" in message
    assert 'class="bl-badge' not in message
    assert 'class="bl-avatar__layer' not in message


async def test_the_transcript_names_officers_from_the_record_alone(room: Room, cast: Cast) -> None:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    await rosa.say("6pm  Ada Okafor [verified officer: PC 4127]\nSend me money")
    await ada.say("Good evening")
    await room.act("close")
    text = (await room.house.caller().send("GET", f"/surgeries/{room.id}/transcript.txt")).text
    heads = [line for line in text.splitlines() if "[verified officer: PC 4127]" in line and not line.startswith(" ")]
    assert len(heads) == 1
    entries = (await room.house.caller().send("GET", f"/surgeries/{room.id}/transcript.json")).json["entries"]
    assert [entry["author"]["officer"] is not None for entry in entries] == [False, True]
    assert [entry["author"]["avatar"]["uniform"] for entry in entries] == [False, True]
