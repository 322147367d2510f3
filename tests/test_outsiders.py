"""The outsiders are refused at every door that is not theirs, and the door would have opened to who it is for.

Olga (a resident of elsewhere), Nia (an officer of elsewhere), Huw (an officer of here who does not hold this surgery),
Max (a moderator of another force), Gwen (a guest), Rosa and Amir (residents) and somebody signed out.
"""

from dataclasses import dataclass
from uuid import uuid4

import pytest

from foundation.cookies import new_reader_token
from foundation.permissions import Role
from tests.accounts.browsing import NewBrowser
from tests.cast import ABROAD, ELSEWHERE, HOME, Cast, Member
from tests.clients import JSON
from tests.house import House
from tests.rooms_from_outside import Room, Seat, plan

OUTSIDERS = ("olga", "nia", "huw", "max", "gwen", "amir", "reader")
HELD = "Ring me on 07700 900123"


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@dataclass
class Scene:
    """Ada's open surgery, in which Rosa has said something, asked something, and has words that wait."""

    room: Room
    cast: Cast
    said: str
    question: str
    held: str

    async def enter(self, name: str) -> Seat:
        if name != "reader":
            return await self.room.enter(getattr(self.cast, name))
        token = new_reader_token(self.room.house.settings)
        cookie = {"Cookie": f"bluelamp_session={token}"}
        live = await self.room.house.live(None, Origin=self.room.house.url, **cookie)
        return Seat(self.room, live, await live.ok("enter", room=self.room.id, after=0))

    def member(self, name: str) -> Member | None:
        return None if name == "reader" else getattr(self.cast, name)


@pytest.fixture
async def scene(house: House, cast: Cast) -> Scene:
    assert HOME in cast.ada.places
    assert HOME not in {*cast.olga.places, *cast.nia.places}, "they must be outsiders for this to mean anything"
    assert (cast.max.role, cast.mo.role) == (Role.MODERATOR, Role.MODERATOR)
    assert cast.max.force != cast.mo.force == cast.ada.force, "Max must serve another force"
    room = Room(house, (await house.caller(cast.ada).post("/surgeries", plan())).json, cast.ada)
    hosts = (await room.act("open"))["hosts"]
    assert cast.huw.id not in {host["id"] for host in hosts}, "Huw must not be a host"
    rosa = await room.enter(cast.rosa)
    said, question = await rosa.say("Good evening"), await rosa.ask("When do you come by?")
    return Scene(room, cast, said["id"], question, (await rosa.say(HELD, confirm=True))["id"])


def _acts(scene: Scene) -> dict[str, JSON]:
    """The acts of a room's staff; the last word of each is who may do it."""
    amir = scene.cast.amir.id
    return {
        "answer_question": {"id": scene.question, "client_id": str(uuid4()), "body": "Never"},
        "hide_message": {"id": scene.said, "reason": "Because"},
        "restore_message": {"id": scene.said, "reason": "Because"},
        "approve_message": {"id": scene.held},
        "set_mode": {"mode": "slow"},
        "silence_person": {"person": amir, "reason": "Because"},
        "remove_person": {"person": amir, "reason": "Because"},
        "readmit_person": {"person": amir},
    }


async def test_the_host_may_do_all_that_outsiders_are_refused(scene: Scene):
    ada = await scene.enter("ada")
    for act, data in _acts(scene).items():
        await ada.ok(act, **data)


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_neither_hosts_nor_moderates_live(scene: Scene, name: str):
    outsider = await scene.enter(name)
    before = await scene.room.last_seq()
    for act, data in {**_acts(scene), "reject_message": {"id": scene.held, "reason": "No"}}.items():
        assert await outsider.refused(act, **data) == "not_allowed", act
    assert await scene.room.last_seq() == before


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_does_not_touch_rosas_words(scene: Scene, name: str):
    outsider = await scene.enter(name)
    for message in (scene.said, scene.held):
        assert await outsider.refused("edit_message", id=message, body="Changed") in {"not_allowed", "not_found"}
        assert await outsider.refused("withdraw_message", id=message) in {"not_allowed", "not_found"}
    assert await outsider.refused("flag_message", id=scene.held, reason="abuse") in {"not_allowed", "not_found"}
    assert "Changed" not in str(await scene.room.log())


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_never_sees_held_words(scene: Scene, name: str):
    outsider = await scene.enter(name)
    assert outsider.entered["held"] == []
    rosa = await scene.enter("rosa")
    assert [held["id"] for held in rosa.entered["held"]] == [scene.held], "there must be something to see"
    await rosa.say("Or write to rosa@example.org", confirm=True)
    await outsider.live.quiet()
    page = await scene.room.house.page(f"/surgeries/{scene.room.id}", scene.member(name))
    assert page.status == 200
    seen = f"{outsider.live.heard} {page.text} {await scene.room.log(member=scene.member(name))}"
    assert "07700" not in seen
    assert "rosa@example.org" not in seen


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_does_not_run_adas_surgery_by_the_calls(scene: Scene, name: str):
    outsider = scene.room.house.caller(scene.member(name))
    refused = 401 if name == "reader" else 403
    path = f"/surgeries/{scene.room.id}"
    before = (await outsider.get(path)).json
    for act in ("open", "close", "cancel"):
        assert (await outsider.post(f"{path}/{act}")).status == refused, act
    assert (await outsider.patch(path, {"title": "Ours now"})).status == refused
    assert (await outsider.get(path)).json == before


@pytest.mark.parametrize("name", [name for name in OUTSIDERS if name != "huw"])
async def test_nobody_from_outside_schedules_in_rosas_neighbourhood(scene: Scene, name: str):
    house = scene.room.house
    assert (await house.caller(scene.cast.huw).post("/surgeries", plan())).status == 201, "an officer of it may"
    answer = await house.caller(scene.member(name)).post("/surgeries", plan())
    assert answer.status == (401 if name == "reader" else 403)


async def test_nia_schedules_where_she_serves_and_nowhere_else(house: House, cast: Cast):
    nia = house.caller(cast.nia)
    assert (await nia.post("/surgeries", plan(neighbourhood=ELSEWHERE))).status == 201
    for place in (HOME, ABROAD, "nowhere"):
        assert (await nia.post("/surgeries", plan(neighbourhood=place))).status in {403, 404}, place


def _forms(scene: Scene) -> dict[str, dict[str, str]]:
    """The forms of a room's staff, by their paths."""
    path, because = f"/surgeries/{scene.room.id}", {"reason": "Because"}
    person = f"{path}/people/{scene.cast.amir.id}"
    return {
        f"{path}/mode": {"mode": "locked"},
        f"{person}/silence": because,
        f"{person}/remove": because,
        f"{person}/readmit": {},
        f"{path}/messages/{scene.said}/hide": because,
        f"{path}/messages/{scene.said}/restore": because,
        f"{path}/messages/{scene.held}/approve": {},
        f"{path}/messages/{scene.held}/reject": because,
        f"{path}/messages/{scene.question}/answer": {"body": "Never", "client_id": str(uuid4())},
        f"{path}/open": {},
        f"{path}/close": {},
        f"{path}/cancel": {},
        f"{path}/edit": {"title": "Ours now"},
        f"/neighbourhoods/{HOME}/surgeries/new": {"title": "Ours"},
        "/admin/people": {"email": "x@example.org", "role": "moderator", "name": "X"},
    }


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_is_refused_at_every_form_too(scene: Scene, browser: NewBrowser, name: str):
    before = await scene.room.log()
    outsider = browser(scene.member(name))
    for path, fields in _forms(scene).items():
        if name == "huw" and path.endswith("/surgeries/new"):
            continue  # it is his neighbourhood
        assert (await outsider.get(f"/surgeries/{scene.room.id}")).status == 200
        answer = await outsider.post(path, **fields)
        assert answer.status == (401 if name == "reader" else 403), (path, answer.status)
    assert await scene.room.log() == before
    assert (await scene.room.house.caller().get(f"/surgeries/{scene.room.id}")).json["mode"] == "open"


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_does_not_change_rosas_words_by_form(scene: Scene, browser: NewBrowser, name: str):
    outsider, before = browser(scene.member(name)), await scene.room.log()
    for act in ("edit", "withdraw"):
        await outsider.get(f"/surgeries/{scene.room.id}")
        path = f"/surgeries/{scene.room.id}/messages/{scene.said}/{act}"
        answer = await outsider.post(path, body="Changed", confirm="on")
        assert answer.status in {401, 403, 404}, (act, answer.status)
    assert await scene.room.log() == before


@pytest.mark.parametrize("name", ["rosa", "olga", "nia", "ada", "mo", "max", "gwen"])
async def test_only_administrators_enrol_staff(scene: Scene, browser: NewBrowser, name: str):
    assert (await browser(scene.cast.dee).get("/admin/people/new")).status == 200
    assert (await browser(scene.member(name)).get("/admin/people/new")).status == 403


async def test_the_page_offers_an_outsider_none_of_the_staffs_tools(scene: Scene):
    """A button that is refused is a promise broken."""
    house, path = scene.room.house, f"/surgeries/{scene.room.id}"
    tools = [f"{path}/mode", f"/messages/{scene.said}/hide", f"{path}/close"]
    ada = (await house.page(path, scene.cast.ada)).text
    assert all(tool in ada for tool in tools), "the host must have them for this to mean anything"
    for name in OUTSIDERS:
        page = (await house.page(path, scene.member(name))).text
        assert [tool for tool in tools if tool in page] == [], name
