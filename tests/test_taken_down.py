"""What was taken down is gone behind every door: each page and call that there is is asked for it, live and afterwards.

By a moderator in the room itself, or from the review queue, after somebody flagged it.
Mrs Tremlett's name was written into questions, an answer, a promise, a poll, a pinned notice, a mark and the minutes.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from foundation import clock
from foundation.models import OutboxMail
from notices.models import Notice
from tests.accounts.browsing import Browser
from tests.cast import HOME, Cast, Member
from tests.rooms.minutes.evening import Evening, Writer
from tests.rooms_from_outside import Room, Seat, plan
from tests.test_doors import REGISTERED

NAME = "Tremlett"
ASKED = f"Why was Mrs {NAME} robbed under the broken lamps on Salisbury Road?"
READERS = (None, "amir", "gwen", "olga", "nia", "max", "huw", "ada")
# A list of what is flagged or kept shows staff what it is about, on purpose.
FOR_DECIDING = ("/admin/", "/api/v1/flags", "/api/v1/moderation")
TAKEN_DOWN = ("answered", "promised", "closed", "merged", "picked", "message")


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def limits() -> bool:
    return False


@dataclass
class Scene:
    """The ids of what was said of her, all of it taken down."""

    room: Room
    cast: Cast
    ids: dict[str, str]
    watcher: Seat
    taken_down_after: int

    def addresses(self) -> list[str]:
        """Every address that is served and that takes no more than what there is here."""
        found = [self._filled(route.path) for route in REGISTERED if route.method == "GET"]
        return [path for path in found if path and not path.startswith(FOR_DECIDING)]

    def _filled(self, path: str) -> str | None:
        first = path.removeprefix("/api/v1").split("/")[1]
        whose = {"surgeries": self.room.id, "neighbourhoods": HOME, "officers": self.cast.ada.id,
                 "promises": self.ids["promise"]}  # fmt: skip
        values = {"id": whose.get(first), "question": self.ids["closed"], "message": self.ids["answered"]}
        for name, value in values.items():
            if f"{{{name}}}" in path and value is None:
                return None
            path = path.replace(f"{{{name}}}", value or "")
        return None if "{" in path or "sign-out" in path else path


async def _posted(rosa: Seat, mo: Seat, body: str, kind: str) -> str:
    """Something that is there for everybody: what a rule held, somebody let through."""
    said = await rosa.say(body, kind=kind, confirm=True)
    if said["status"] == "held":
        await mo.ok("approve_message", id=said["id"])
    return str(said["id"])


async def _said(room: Room, cast: Cast) -> dict[str, str]:
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    asked = ("answered", "promised", "closed", "merged", "picked")
    ids = {name: await _posted(rosa, mo, f"{ASKED} ({name})", "question") for name in asked}
    ids["message"] = await _posted(rosa, mo, f"Mrs {NAME} lives at number 14", "message")
    await rosa.say("I know", reply_to=ids["message"])
    day = (clock.now() + timedelta(days=3)).date().isoformat()
    vow = {"text": f"We visit Mrs {NAME}", "owner": f"The neighbours of Mrs {NAME}", "due_on": day}
    ids["promise"] = (await ada.ok("promise_question", id=ids["promised"], **vow))["promise"]
    await ada.ok("answer_question", id=ids["answered"], client_id=str(uuid4()), body=f"Mrs {NAME} is well")
    await ada.ok("close_question", id=ids["closed"], reason=f"Mrs {NAME} asked us to")
    await ada.ok("merge_question", id=ids["merged"], into=ids["picked"])
    await ada.ok("pick_question", id=ids["picked"])
    ids["poll"] = (await ada.ok("open_poll", question=f"Did you see Mrs {NAME}?", options=[NAME, "No"]))["id"]
    await rosa.ok("vote_poll", id=ids["poll"], option=0)
    ids["pin"] = (await mo.ok("pin_notice", text=f"Be kind to Mrs {NAME}"))["id"]
    ids["moment"] = (await ada.ok("mark_moment", label=f"Mrs {NAME}"))["id"]
    return ids


async def _written(room: Room, cast: Cast) -> None:
    """Minutes in the host's own wording, published."""
    writer = Writer(Evening(room, "", "", "", "", "", ""), cast.ada)
    try:
        await writer.look()
        draft = await writer.do("draft")
        for item in {part.split('"')[0] for part in draft.split('id="i-')[1:]}:
            await writer.do(f"items/{item}/word", text=f"Somebody asked of Mrs {NAME}", confirm="true")
        await writer.publish()
    finally:
        await writer.browser.close()


async def _keep(room: Room, cast: Cast, promise: str) -> None:
    browser = Browser(room.house.url, cast.ada)
    try:
        await browser.get("/account")
        kept = await browser.post(f"/promises/{promise}/keep", outcome=f"Mrs {NAME} has tea", confirm="true")
        assert kept.status == 303, kept.text
    finally:
        await browser.close()


@pytest.fixture(params=["in the room", "from the queue"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def _take_down(room: Room, cast: Cast, mo: Seat, ids: dict[str, str], way: str) -> None:
    if way == "in the room":
        for name in TAKEN_DOWN:
            await mo.ok("hide_message", id=ids[name], reason="Somebody is named")
        return
    amir, of_mo = room.house.caller(cast.amir), room.house.caller(cast.mo)
    for name in TAKEN_DOWN:
        flag = {"target": {"type": "message", "id": ids[name]}, "reason": "abuse", "note": "It names her"}
        assert (await amir.post("/flags", flag)).status == 201
    for item in (await of_mo.get("/moderation/queue?limit=100")).json["items"]:
        ruling = {"version": item["version"], "action": "hide", "clause": "fair", "reason": "Somebody is named"}
        decided = await of_mo.post(f"/moderation/items/{item['id']}/decision", ruling)
        assert decided.status == 201, decided.text


@pytest.fixture
async def scene(room: Room, cast: Cast, way: str) -> Scene:
    ids = await _said(room, cast)
    await room.act("close")
    await _keep(room, cast, ids["promise"])
    await _written(room, cast)
    for door in ("minutes", "transcript"):
        assert NAME in (await room.house.page(f"/surgeries/{room.id}/{door}")).text, "there must be something to take"
    watcher, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    before = await room.last_seq()
    await _take_down(room, cast, mo, ids, way)
    await mo.ok("unpin_notice", id=ids["pin"])
    await mo.ok("withdraw_moment", id=ids["moment"])
    await mo.ok("withdraw_poll", id=ids["poll"])
    await room.beside()
    return Scene(room, cast, ids, watcher, before)


async def test_no_page_and_no_call_still_says_it(scene: Scene):
    for name in READERS:
        assert await _doors_opened(scene, getattr(scene.cast, name) if name else None) > 30, name


async def _doors_opened(scene: Scene, member: Member | None) -> int:
    """How many doors opened to somebody; none of them may have said the name."""
    caller, browser, opened = scene.room.house.caller(member), Browser(scene.room.house.url, member), 0
    try:
        for path in scene.addresses():
            of_json = path.startswith("/api/")
            answer = await (caller.send("GET", path) if of_json else browser.get(path))
            opened += answer.status == 200
            assert NAME not in answer.text, (path, member and member.name)
    finally:
        await browser.close()
    return opened


async def test_no_list_and_no_likeness_offers_it(scene: Scene):
    caller, questions = scene.room.house.caller(scene.cast.amir), f"/surgeries/{scene.room.id}/questions"
    orders = [f"?order={order}" for order in ("wanted", "newest", "unanswered")]
    for asked in (*orders, f"/similar?text={ASKED.replace(' ', '+')}"):
        path = f"{questions}{asked}"
        answer = await caller.get(path)
        assert answer.status == 200
        assert NAME not in answer.text, path


async def test_nothing_live_says_it_again(scene: Scene):
    watched = [data for _event, data in scene.watcher.live.heard]
    assert len(watched) >= 6, "who was there has heard them go"
    late = await scene.room.enter(scene.cast.olga)
    heard: list[Any] = [late.entered, await late.events(), watched, scene.watcher.entered["held"]]
    assert NAME not in str(heard)


async def test_nobody_was_sent_it_and_nobody_takes_it_away_but_who_said_it(scene: Scene):
    assert await Notice.all().count(), "somebody must have been told something"
    assert NAME not in str(await Notice.all().values()) + str(await OutboxMail.all().values())
    browser = Browser(scene.room.house.url, scene.cast.amir)
    try:
        await browser.get("/account/export")
        taken = await browser.post("/account/export")
        assert taken.status == 200
        assert NAME not in taken.text
    finally:
        await browser.close()


async def test_another_evening_there_shows_none_of_it(scene: Scene):
    answer = await scene.room.house.caller(scene.cast.ada).post("/surgeries", plan(title="The next one"))
    for path in (f"/surgeries/{answer.json['id']}", f"/surgeries/{answer.json['id']}/office", "/", "/calendar"):
        assert NAME not in (await scene.room.house.page(path)).text, path
