"""What staff write beside things is read by colleagues, authors and everybody: it says nothing of a sealed case."""

from uuid import uuid4

import pytest

from rooms.console.models import CannedAnswer, StaffNote
from tests.accounts.avatars import pictures
from tests.accounts.avatars.sending import Sender
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer
from tests.moderation.decisions.deciding import Desk
from tests.moderation.sealed.conftest import Seal
from tests.rooms_from_outside import Room

NAME = "Blodwen Pugh"
SAID = f"All about {NAME} tonight"


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


async def _refused(page: Browser, at: str, path: str, **fields: str) -> Answer:
    """A form, with and without the name: refused in neutral words, and else taken."""
    shown = await page.get(at)
    assert shown.status == 200, shown.text
    answer = await page.post(path, **fields)
    assert answer.status == 422, f"{path}: {answer.status}"
    assert "This can’t be posted as it is" in answer.text
    await page.get(at)
    plain = {name: value.replace(NAME, "the lamps").replace("blodwen-pugh", "lamps") for name, value in fields.items()}
    assert (await page.post(path, **plain)).status == 303, f"{path} takes no words at all"
    return answer


@pytest.mark.parametrize("event", ["mark_moment", "close_question", "send_staff_note"])
async def test_no_word_beside_a_room(room: Room, cast: Cast, seal: Seal, event: str) -> None:
    await seal(NAME)
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    asked = await rosa.ask("When will the lights be mended?")
    said: dict[str, JSON] = {
        "mark_moment": {"label": SAID},
        "close_question": {"id": asked, "reason": SAID},
        "send_staff_note": {"body": SAID, "client_id": str(uuid4())},
    }
    assert await ada.refused(event, **said[event]) == "invalid"
    await ada.ok(event, **{name: value.replace(NAME, "the lamps") for name, value in said[event].items()})
    assert "blodwen" not in str(await room.log()).lower()
    assert await StaffNote.filter(body__contains="Blodwen").count() == 0


@pytest.mark.parametrize("event", ["hide_message", "reject_message", "approve_message"])
async def test_no_reason_that_a_host_gives(room: Room, cast: Cast, seal: Seal, event: str) -> None:
    await seal(NAME)
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    if event != "hide_message":
        await ada.ok("set_mode", mode="premoderated")
    said = await rosa.say("The bins were late again")
    assert await ada.refused(event, id=said["id"], reason=SAID) == "invalid"
    await ada.ok(event, id=said["id"], reason="All about the lamps")
    told = (await room.house.caller(cast.rosa).get("/notices")).text
    assert "blodwen" not in told.lower()


@pytest.mark.parametrize("event", ["silence_person", "remove_person"])
async def test_no_reason_for_keeping_somebody_out(room: Room, cast: Cast, seal: Seal, event: str) -> None:
    await seal(NAME)
    amir, ada = await room.enter(cast.amir), await room.enter(cast.ada)
    assert await ada.refused(event, person=cast.amir.id, seconds=60, reason=SAID) == "invalid"
    await ada.ok(event, person=cast.amir.id, seconds=60, reason="All about the lamps")
    await amir.live.wait("silenced" if event == "silence_person" else "removed", room=room.id)
    assert "blodwen" not in str(amir.live.heard).lower()


@pytest.mark.parametrize("field", ["reason", "note"])
async def test_neither_the_reason_nor_the_note_of_a_decision(desk: Desk, cast: Cast, seal: Seal, field: str) -> None:
    await seal(NAME)
    item = await desk.item(await desk.held(cast.rosa), cast.mo)
    refused = await desk.decide(cast.mo, item, "hide", **{field: SAID})
    assert refused.status == 422, refused.text
    assert f'"{field}"' in refused.text
    assert (await desk.decide(cast.mo, item, "hide", note="Seen")).status == 201


async def test_no_outcome_of_an_appeal(desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    await seal(NAME)
    decision = await desk.decided(cast.mo, await desk.held(cast.rosa), "hide")
    appeal = (await desk.appeal(cast.rosa, decision)).json["id"]
    where = f"/moderation/appeals/{appeal}"
    await _refused(browser(cast.dai), where, where, outcome="upheld", reason=SAID)
    assert "blodwen" not in str(await desk.told(cast.rosa)).lower()


async def test_no_reason_for_letting_somebody_back(desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    await seal(NAME)
    await desk.decided(cast.mo, await desk.held(cast.rosa), "remove")
    page = browser(cast.dai)
    ban = (await page.get("/moderation/bans")).text.partition("/moderation/bans/")[2][:16]
    await _refused(page, "/moderation/bans", f"/moderation/bans/{ban}/end", reason=SAID)


@pytest.mark.parametrize(
    ("who", "path", "fields"),
    [
        ("mo", "/moderation/presets", {"name": SAID, "action": "hide", "clause": "private", "reason": "Seen"}),
        ("mo", "/moderation/presets", {"name": "Seen", "action": "hide", "clause": "private", "reason": SAID}),
        ("mo", "/moderation/words", {"list": "abuse", "entry": NAME, "why": "Seen", "save": "1"}),
        ("mo", "/moderation/words", {"list": "abuse", "entry": "zonk", "why": SAID, "save": "1"}),
        ("mo", "/moderation/sites", {"domain": "blodwen-pugh.co.uk"}),
        ("ada", "/surgeries/{room}/sites", {"domain": "www.blodwen-pugh.co.uk"}),
        ("ada", "/canned-answers", {"title": SAID, "body": "Seen"}),
        ("ada", "/canned-answers", {"title": "Seen", "body": SAID}),
        ("ada", "/logs/new", {"title": SAID, "about": "", "categories": "Crime", "neighbourhood": HOME}),
        ("ada", "/logs/new", {"title": "Seen", "about": SAID, "categories": "Crime", "neighbourhood": HOME}),
        ("ada", "/logs/new", {"title": "Seen", "about": "", "categories": NAME, "neighbourhood": HOME}),
        ("dee", "/admin/holds", {"what": "person", "named": "{rosa}", "reason": SAID}),
    ],
)
async def test_no_list_and_no_form_of_staff(
    room: Room, cast: Cast, seal: Seal, browser: NewBrowser, who: str, path: str, fields: dict[str, str]
) -> None:
    await seal(NAME)
    member: Member = getattr(cast, who)
    path = path.format(room=room.id)
    filled = {name: value.replace("{rosa}", cast.rosa.id) for name, value in fields.items()}
    await _refused(browser(member), path, path, **filled)
    listed = (await browser(member).get(path)).text.lower()
    assert "blodwen" not in listed


async def test_no_change_of_a_canned_answer(room: Room, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    page = browser(cast.ada)
    await page.get("/canned-answers")
    await page.post("/canned-answers", title="Lamps", body="Thank you")
    await seal(NAME)
    where = f"/canned-answers/{(await CannedAnswer.get()).id}/edit"
    await _refused(page, where, where, title="Lamps", body=SAID)


async def test_no_reason_for_muting_a_flagger(desk: Desk, cast: Cast, seal: Seal, browser: NewBrowser) -> None:
    await seal(NAME)
    await desk.flagged(cast.rosa, cast.amir)
    where = f"/moderation/flaggers/{cast.amir.id}"
    await _refused(browser(cast.mo), where, f"{where}/mute", days="7", reason=SAID)


async def test_no_description_of_an_officers_photo(room: Room, cast: Cast, seal: Seal) -> None:
    await seal(NAME)
    sender, photo = Sender(room.house.url), pictures.GOOD["JPEG of a camera"]
    assert (await sender.send(cast.ada, photo, alt=f"With {NAME}")).status == 422
    assert (await sender.send(cast.ada, photo, alt="Smiling")).status == 303
