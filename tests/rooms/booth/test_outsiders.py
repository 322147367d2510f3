"""Nobody but the two learns from any door that Rosa talked with Ada, nor what.

Amir (a resident in the same room), Olga, Gwen, signed out; Huw and Nia (other officers), Mo and Max (moderators), Dee
(an administrator).
"""

from typing import Any
from uuid import uuid4

import pytest

from accounts.models import PersonNeighbourhood
from accounts.ports import PERSON_CHANGED
from foundation.models import AuditEntry, AuditPersonal
from foundation.permissions import Role
from moderation.models import Decision, Flag
from rooms.models import Message, RoomHost
from rooms.queue.doors import sign_of
from tests.cast import Cast, Member, add_member
from tests.guest_hosts import add_partner, let_host
from tests.rooms.booth.conftest import SECRET, Talk, begin
from tests.rooms_from_outside import Room

OUTSIDERS = ("amir", "olga", "gwen", "huw", "nia", "mo", "max", "dee")
WORDS = "message"
LIVE: dict[str, dict[str, Any]] = {
    "enter": {"after": 0},
    "catch_up": {"after": 0},
    "send_message": {"client_id": str(uuid4()), "body": "Hello"},
    "edit_message": {"id": WORDS, "body": "Changed"},
    "withdraw_message": {"id": WORDS},
    "flag_message": {"id": WORDS, "reason": "abuse"},
    "hide_message": {"id": WORDS, "reason": "Because"},
    "restore_message": {"id": WORDS, "reason": "Because"},
    "answer_question": {"id": WORDS, "client_id": str(uuid4()), "body": "No"},
    "set_mode": {"mode": "locked"},
    "take_ticket": {"age": "18_or_over"},
    "call_next": {},
    "close_booth": {},
    "call_in": {"person": "0" * 16},
}
GET = (
    "/booths/{booth}", "/booths/{booth}/panel", "/booths/{booth}/messages/{message}/edit", "/surgeries/{booth}",
    "/surgeries/{booth}/queue", "/surgeries/{booth}/queue/panel", "/surgeries/{booth}/transcript",
    "/surgeries/{booth}/transcript.txt", "/surgeries/{booth}/transcript.json", "/surgeries/{booth}/minutes",
    "/surgeries/{booth}/messages/{message}/flag", "/surgeries/{booth}/messages/{message}/edit", "/admin/booths/{booth}",
    "/surgeries/{booth}/office", "/surgeries/{booth}/sheet", "/surgeries/{booth}/edit", "/surgeries/{booth}/remains",
)  # fmt: skip
POST = (
    "/booths/{booth}/messages",
    "/booths/{booth}/messages/{message}/edit",
    "/booths/{booth}/messages/{message}/withdraw",
    "/booths/{booth}/close",
    "/booths/{booth}/officers",
    "/booths/{booth}/step-out",
    "/admin/booths/{booth}",
    "/surgeries/{booth}/messages",
    "/surgeries/{booth}/messages/{message}/flag",
    "/surgeries/{booth}/messages/{message}/hide",
    "/surgeries/{booth}/close",
    "/surgeries/{booth}/mode",
    "/surgeries/{booth}/queue",
    "/surgeries/{booth}/queue/call",
    "/surgeries/{booth}/whisper",
)
JSON_CALLS = ("/surgeries/{booth}", "/surgeries/{booth}/events", "/surgeries/{booth}/transcript")


async def ids(talk: Talk) -> dict[str, str]:
    [message] = await Message.filter(room_id=talk.id).values_list("id", flat=True)
    return {"booth": talk.id, "message": str(message)}


def member(cast: Cast, name: str) -> Member | None:
    return None if name == "reader" else getattr(cast, name)


async def test_the_two_may_do_what_outsiders_are_refused(talk: Talk, cast: Cast):
    named = await ids(talk)
    assert SECRET in (await talk.house.page(f"/booths/{named['booth']}", cast.rosa)).text
    assert SECRET in (await talk.house.page(f"/booths/{named['booth']}", cast.ada)).text
    assert SECRET in str(talk.ada.live.heard)


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_is_told_live_that_there_is_no_such_room(talk: Talk, cast: Cast, name: str):
    assert member(cast, name) not in (cast.rosa, cast.ada), "must be an outsider for this to mean anything"
    named = await ids(talk)
    live = await talk.house.live(member(cast, name))
    for event, said in LIVE.items():
        data = said | ({"id": named["message"]} if said.get("id") == WORDS else {})
        error = (await live.emit(event, {"room": talk.id, **data}))["error"]
        assert error["code"] in {"not_found", "not_allowed"}, event
        assert "booth" not in error["message"].lower()
    await talk.rosa.say("And more")
    await live.quiet()
    assert live.heard == []


@pytest.mark.parametrize("name", [*OUTSIDERS, "reader"])
async def test_no_page_and_no_call_shows_an_outsider_anything(talk: Talk, cast: Cast, browser: Any, name: str):
    named, asks, caller = await ids(talk), browser(member(cast, name)), talk.house.caller(member(cast, name))
    for path in GET:
        answer = await asks.get(path.format(**named))
        assert answer.status in {303, 403, 404, 405}, (path, answer.status)
        assert SECRET not in answer.text, path
    await asks.get(f"/surgeries/{talk.surgery.id}")
    for path in POST:
        answer = await asks.post(
            path.format(**named), body="X", mode="locked", reason="abuse", age="18_or_over", client_id=str(uuid4())
        )
        assert answer.status in {401, 403, 404}, (path, answer.status)
    for path in JSON_CALLS:
        assert (await caller.get(path.format(**named))).status == 404, path
    assert await Message.filter(room_id=talk.id).count() == 1


@pytest.mark.parametrize("name", ["rosa", "ada"])
async def test_what_surgeries_have_a_booth_has_not_for_its_own_parties_either(
    talk: Talk, cast: Cast, browser: Any, name: str
):
    named, asks = await ids(talk), browser(member(cast, name))
    for path in GET:
        if "/surgeries/" in path and not path.endswith("/messages/{message}/edit"):
            assert (await asks.get(path.format(**named))).status in {403, 404, 405}, path
    await asks.get(f"/surgeries/{talk.surgery.id}")
    for path in ("/surgeries/{booth}/close", "/surgeries/{booth}/messages/{message}/hide", "/surgeries/{booth}/mode"):
        assert (await asks.post(path.format(**named), reason="X", mode="locked")).status in {403, 404}, path
    page = (await asks.get(f"/booths/{talk.id}")).text
    assert 'data-status="open"' in page


@pytest.mark.parametrize("name", ["amir", "huw", "mo", "dee"])
async def test_the_surgery_says_nothing_of_it(room: Room, cast: Cast, name: str):
    watcher = await room.enter(member(cast, name))
    talk = await begin(room, cast.rosa, cast.ada)
    await talk.rosa.say(SECRET)
    await talk.rosa.ok("close_booth")
    await watcher.live.quiet(0.8)
    heard = [told for told in watcher.live.heard if told[0] not in {"presence", "queue"}]
    shown = f"{heard} {await room.log()} {watcher.live.of('queue')}"
    page = (await room.house.page(f"/surgeries/{room.id}", member(cast, name))).text
    panel = (await room.house.page(f"/surgeries/{room.id}/queue/panel", member(cast, name))).text
    for secret in (talk.id, cast.rosa.id, "Rosa Jones", SECRET):
        assert secret not in shown + page + panel, secret


async def test_a_guest_host_who_speaks_for_the_council_sees_neither_queue_nor_booth(room: Room, cast: Cast):
    guest = Member("Parveen Shah", Role.PARTNER, "south-wales")
    await add_member(guest)
    await RoomHost.create(id="0" * 15 + "1", room_id=room.id, person_id=guest.id)
    rosa = await room.enter(cast.rosa)
    await rosa.ok("take_ticket", age="18_or_over", about="Something at home")
    host = await room.enter(guest)
    panel = await room.house.page(f"/surgeries/{room.id}/queue/panel", guest)
    assert "Rosa" not in panel.text
    assert "Something at home" not in panel.text
    assert await host.refused("call_next") == "not_allowed"
    await rosa.ok("leave_queue")
    talk = await begin(room, cast.rosa, cast.ada)
    assert (await room.house.page(f"/booths/{talk.id}", guest)).status == 404


async def test_who_waits_and_about_what_is_the_hosts_alone_to_see(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.ok("take_ticket", age="18_or_over", about="Something at home")
    ada = (await room.house.page(f"/surgeries/{room.id}", cast.ada)).text
    assert "Something at home" in ada, "there must be something to see"
    for name in ("amir", "huw", "mo", "dee", "nia"):
        page = (await room.house.page(f"/surgeries/{room.id}", member(cast, name))).text
        assert "Something at home" not in page, name
        assert cast.rosa.id not in page, name


async def test_a_suspended_officer_stops_hearing_at_once(talk: Talk, cast: Cast, browser: Any):
    dee = browser(cast.dee)
    await dee.get(f"/admin/people/{cast.ada.id}")
    await dee.get(f"/admin/people/{cast.ada.id}/suspend")
    await dee.post(f"/admin/people/{cast.ada.id}/suspend", reason="Enquiry")
    await talk.rosa.live.quiet()
    await talk.rosa.say("Only for her")
    await talk.rosa.live.quiet()
    assert "Only for her" not in str(talk.ada.live.heard)
    assert (await talk.house.page(f"/booths/{talk.id}", cast.ada)).status in {303, 401, 404}


async def test_a_moved_officer_stops_hearing_at_once(talk: Talk, cast: Cast):
    await PersonNeighbourhood.filter(person_id=cast.ada.id).update(neighbourhood_id="penarth")
    await talk.house.app[PERSON_CHANGED](cast.ada.id)
    await talk.rosa.say("Only for her")
    await talk.rosa.live.quiet()
    assert "Only for her" not in str(talk.ada.live.heard)
    assert await talk.ada.refused("catch_up", after=0) == "not_found"
    assert (await talk.house.page(f"/booths/{talk.id}", cast.ada)).status == 404


async def test_neither_audit_nor_decisions_nor_flags_name_rosa(talk: Talk, cast: Cast):
    assert await talk.rosa.refused("flag_message", id=(await ids(talk))["message"], reason="other") == "not_found"
    said = await talk.rosa.say("One more")
    await talk.rosa.ok("edit_message", id=said["id"], body="One more, changed")
    await talk.rosa.ok("withdraw_message", id=said["id"])
    await talk.rosa.ok("close_booth")
    rows = [*await AuditEntry.all().values(), *await AuditPersonal.all().values()]
    assert "queue.call" in str(rows), "there must be something written down"
    assert cast.rosa.id not in str(rows)
    assert SECRET not in str(rows)
    assert await Decision.all().count() == await Flag.all().count() == 0


async def test_a_legal_hold_keeps_the_words_and_shows_them_to_nobody(talk: Talk, cast: Cast, browser: Any):
    named, dee = await ids(talk), browser(cast.dee)
    await dee.get("/admin/holds")
    for what in ("message", "person"):
        placed = await dee.post("/admin/holds", named=named["message"], reason="Evidence", what=what)
        assert placed.status == 303
        await dee.get("/admin/holds")
    await talk.rosa.ok("edit_message", id=named["message"], body="Now it says something else")
    page = (await dee.get("/admin/holds")).text
    assert SECRET not in page
    assert "something else" not in page


async def test_who_only_whispered_or_talked_alone_is_still_a_newcomer(talk: Talk, cast: Cast):
    await talk.surgery.house.caller(cast.ada).get("/me")
    ada = await talk.surgery.enter(cast.ada)
    await ada.ok("set_mode", mode="newcomers")
    rosa = await talk.surgery.enter(cast.rosa)
    assert (await rosa.say("Good evening all"))["status"] == "held"


async def test_what_rosa_wrote_is_in_the_file_that_she_takes_away_and_not_what_ada_did(
    talk: Talk, cast: Cast, browser: Any
):
    await talk.ada.say("Answer of the officer")
    rosa = browser(cast.rosa)
    await rosa.get("/account/export")
    taken = await rosa.post("/account/export")
    assert SECRET in taken.text
    assert "Answer of the officer" not in taken.text


async def test_a_guest_host_is_no_officer_whom_one_whispers_to(room: Room, cast: Cast, browser: Any):
    guest = await add_partner()
    await let_host(room.id, guest)
    rosa = browser(cast.rosa)
    await rosa.get(f"/surgeries/{room.id}")
    begun = await rosa.post(f"/surgeries/{room.id}/whisper", age="under_16")
    booth = begun.headers["Location"].removeprefix("/booths/")
    hosts = await RoomHost.filter(room_id=booth).values_list("person_id", flat=True)
    assert {str(host) for host in hosts} == {cast.ada.id}
    assert "Jo Bevan" not in (await rosa.get(f"/booths/{booth}")).text, "who is named there can read it"


async def test_the_door_is_not_open_because_of_a_guest_host(room: Room, cast: Cast):
    await let_host(room.id, await add_partner())
    await begin(room, cast.rosa, cast.ada)
    assert (await sign_of(room.id))["state"] == "with_someone"
