"""Words that a sealed case holds, looked for behind every door by everybody who is not cleared for it."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from aiohttp import web

from moderation.evidence.models import Evidence
from moderation.items.models import ReviewItem
from moderation.models import Decision, RuleHit
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast, Member
from tests.clients import JSON
from tests.moderation.sealed.conftest import Seal
from tests.rooms_from_outside import Room

NAME = "Blodwen Pugh"
SAID = f"They say it was {NAME}, of all people"
SECRET = "blodwen"
UNCLEARED = ["ada", "huw", "mo", "dai", "dee", "max", "nia", "amir", "gwen", "olga"]
_PARAMETER = re.compile(r"\{(\w+)(?::[^{}]*)?\}")


@pytest.fixture
def limits() -> bool:
    return False


async def test_every_page_and_call_keeps_it_from_who_is_not_cleared(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    rosa = await room.enter(cast.rosa)
    held = await rosa.say(SAID)
    assert held["status"] == "held"
    public = await rosa.say("The bins were late again")
    assert (await rosa.ok("edit_message", id=public["id"], body=f"{SAID} indeed"))["status"] == "held"
    ids = await _every_id(room, case, held["id"], public["id"], cast)
    for who in UNCLEARED:
        page = browser(getattr(cast, who))
        for path in _paths(room.house.app, ids):
            answer = await page.get(path)
            assert SECRET not in answer.text.lower(), f"{who} reads it at {path}"
        assert SECRET not in str(await _calls(room, getattr(cast, who), held["id"])).lower()
    assert SECRET in (await browser(cast.rosa).get(f"/surgeries/{room.id}")).text.lower(), "its author reads their own"


async def test_nobody_in_the_room_hears_it_but_its_author(room: Room, cast: Cast, seal: Seal) -> None:
    await seal(NAME)
    seats = {who: await room.enter(getattr(cast, who)) for who in ("ada", "mo", "dee", "amir", "rosa")}
    said = await seats["rosa"].say(SAID)
    await seats["rosa"].ok("edit_message", id=said["id"], body=f"{SAID}!")
    await seats["rosa"].say("Good evening")
    for who, seat in seats.items():
        await seat.hear("message_posted", body="Good evening")
        heard = SECRET in str(seat.live.heard).lower()
        assert heard == (who == "rosa"), f"{who} heard {seat.live.heard}"


@pytest.mark.parametrize("who", ["ada", "mo", "dee"])
async def test_who_is_not_cleared_decides_nothing_about_it(room: Room, cast: Cast, seal: Seal, who: str) -> None:
    await seal(NAME)
    rosa, staff = await room.enter(cast.rosa), await room.enter(getattr(cast, who))
    said = await rosa.say(SAID)
    for event in ("approve_message", "reject_message"):
        assert await staff.refused(event, id=said["id"], reason="Seen") == "not_found"
    assert [entry["kind"] for entry in await room.log()] == ["surgery_opened"]


async def test_the_hit_says_nothing_of_where_or_what(room: Room, cast: Cast, seal: Seal) -> None:
    case = await seal(NAME)
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(SAID)
    hit = await RuleHit.get(target_id=said["id"], kind="sealed")
    assert (hit.rule, hit.start, hit.end, hit.score) == ("sealed", None, None, None)
    assert (await ReviewItem.get(target_id=said["id"])).case_id == case
    assert "sealed" not in said["reason"].lower()
    assert SECRET not in said["reason"].lower()


async def test_mo_reads_it_in_the_queue_once_he_is_cleared_and_not_any_more_after(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser
) -> None:
    case = await seal(NAME)
    await (await room.enter(cast.rosa)).say(SAID)
    dee, mo = browser(cast.dee), room.house.caller(cast.mo)
    assert [item["text"] for item in (await mo.get("/moderation/queue")).json["items"]] == [None]
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/cleared", person=cast.mo.id)).status == 303
    assert [item["text"] for item in (await mo.get("/moderation/queue")).json["items"]] == [SAID]
    await dee.get(f"/moderation/cases/{case}")
    assert (await dee.post(f"/moderation/cases/{case}/cleared/{cast.mo.id}/end")).status == 303
    assert [item["text"] for item in (await mo.get("/moderation/queue")).json["items"]] == [None]


async def test_words_that_waited_before_the_case_was_sealed_are_kept_too(room: Room, cast: Cast, seal: Seal) -> None:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    await ada.ok("set_mode", mode="premoderated")
    await rosa.say(SAID)
    assert SECRET in str((await room.enter(cast.ada)).entered["held"]).lower(), "must be seen before to mean anything"
    await seal(NAME)
    assert SECRET not in str((await room.enter(cast.ada)).entered["held"]).lower()


def _paths(app: web.Application, ids: dict[str, list[str]]) -> Iterator[str]:
    """Every address of a page or call that is read, with each of these ids in the place of what it takes."""
    for resource in app.router.resources():
        pattern = resource.canonical
        if not any(route.method == "GET" for route in resource) or pattern.startswith(("/static", "/socket.io")):
            continue
        names = _PARAMETER.findall(pattern)
        for values in product(*(ids.get(name, ids["id"]) for name in names)):
            path = pattern
            for name, value in zip(names, values, strict=True):
                path = re.sub(rf"\{{{name}(:[^{{}}]*)?\}}", value, path, count=1)
            yield path


async def _every_id(room: Room, case: str, held: str, public: str, cast: Cast) -> dict[str, list[str]]:
    rows: list[Any] = [*await ReviewItem.all(), *await Evidence.all(), *await Decision.all()]
    every = [room.id, held, public, case, cast.rosa.id, *(str(row.id) for row in rows)]
    return {
        "id": every,
        "type": ["message"],
        "person": [cast.rosa.id],
        "message": [held, public],
        "question": [held, public],
        "entry": [held, public],
        "kind": ["message", "person"],
        "picture": ["none"],
        "act": ["suspend"],
        "neighbourhood": [HOME],
        "role": ["resident"],
        "size": ["64"],
        "token": ["none"],
        "digest": ["none"],
        "language": ["en"],
        "month": ["2026-11"],
        "force": ["south-wales"],
    }


async def _calls(room: Room, member: Member, held: str) -> list[JSON]:
    """What the live doors answer."""
    seat = await room.enter(member)
    answers = [seat.entered, await seat.send("catch_up", after=0), await seat.live.emit("watch_queue", {})]
    for event in ("edit_message", "flag_message", "restore_message", "hide_message", "withdraw_message"):
        answers.append(await seat.send(event, id=held, body="x", reason="other"))
    caller = room.house.caller(member)
    answers.append((await caller.post("/moderation/screen", {"text": SAID})).json | {"text": ""})
    await seat.live.close()
    return answers
