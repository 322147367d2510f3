"""Taking an account away: everything about oneself, and nothing of anybody else's."""

import asyncio
import time
from collections.abc import Awaitable
from datetime import datetime

import msgspec
import pytest

from accounts.factors.models import AuthenticatorApp, Passkey, RecoveryCode
from accounts.models import OneTimeLink, Session
from accounts.sessions.starting import start_session
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.models import AuditEntry, OutboxMail
from foundation.permissions import Role
from rooms.models import Message, MessageKind, MessageState
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast, Member
from tests.clients import JSON, Answer
from tests.house import House
from tests.rooms_from_outside import Room


async def ask_for_it(page: Browser) -> Answer:
    await page.get("/account/export")
    return await page.post("/account/export")


async def taken_away(browser: NewBrowser, member: Member) -> tuple[JSON, str]:
    """The file of one of the cast, read and as it came."""
    answer = await ask_for_it(browser(member))
    assert answer.status == 200, answer.text
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="bluelamp-account-')
    assert answer.headers["Cache-Control"] == "no-store"
    return dict(msgspec.json.decode(answer.text)), answer.text


async def _secrets(cast: Cast) -> list[str]:
    """What opens something of Rosa's, put where the product puts it."""
    rosa, now = cast.rosa.id, clock.now()
    await Passkey.create(id="k" * 16, person_id=rosa, credential_id="planted-credential", public_key="planted-key",
                         sign_count=1, label="A key ring", created_at=now)  # fmt: skip
    await AuthenticatorApp.create(id="a" * 16, person_id=rosa, secret="planted-secret", created_at=now)
    await RecoveryCode.create(id="r" * 16, person_id=rosa, code_hash="planted-code", created_at=now)
    await OneTimeLink.create(token_hash="planted-link", person_id=rosa, purpose="forgotten", expires_at=now)
    await OutboxMail.create(id="m" * 16, key="m", recipient=cast.rosa.email, subject="A mail", text="/reset/planted-t",
                            created_at=now, due_at=now)  # fmt: skip
    hashes = [str(each) for each in await Session.all().values_list("token_hash", flat=True)]
    return ["planted", *hashes]


async def test_rosa_takes_away_what_is_hers(house: House, cast: Cast, room: Room, browser: NewBrowser) -> None:
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say("The lights are out")
    await rosa.say("Ring me on 07700 900123", confirm=True)
    hidden = await rosa.say("A rumour about the shop")
    await mo.ok("hide_message", id=hidden["id"], reason="It is a rumour")
    await rosa.ok("flag_message", id=said["id"], reason="other", note="I was wrong")
    await start_session(cast.rosa.id, Role.RESIDENT, "Safari, iPhone", "password")
    named: dict[str, object] = {"before": "Rosie", "after": "Rosa Jones"}
    await atomic(lambda: add_entry(act="person.rename", actor=cast.rosa.viewer, subject_type="person",
                                   subject_id=cast.rosa.id, personal=named))  # fmt: skip
    file, _text = await taken_away(browser, cast.rosa)
    assert (file["format"], file["version"]) == ("bluelamp-account", 1)
    [person] = file["person"]
    assert (person["name"], person["email"], person["tier"]) == ("Rosa Jones", "rosa@example.org", "email")
    assert [each["name"] for each in file["names_before"]] == ["Rosie"]
    assert {each["device"] for each in file["sessions"]} >= {"Safari, iPhone"}
    assert [(each["body"], each["state"], each["title"]) for each in file["words"]] == [
        ("The lights are out", "published", "Bikes and street lights"),
        ("Ring me on 07700 900123", "held", "Bikes and street lights"),
        ("A rumour about the shop", "hidden", "Bikes and street lights"),
    ]
    assert [(each["reason"], each["note"]) for each in file["flags_made"]] == [("other", "I was wrong")]
    [decision] = file["decisions_about_me"]
    assert (decision["action"], decision["reason"], decision["by"]) == ("hide", "It is a rumour", "moderator")
    assert "account.export" in {each["act"] for each in file["audit_of_my_acts"]}
    datetime.fromisoformat(file["made_at"])
    assert file["words"][0]["created_at"].endswith("Z")
    assert await AuditEntry.filter(act="account.export", subject_id=cast.rosa.id).count() == 1


async def test_nothing_of_another_person_and_no_secret_is_in_it(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await amir.say("Amir wrote this")
    await rosa.say("An answer to it", reply_to=said["id"])
    mine = await rosa.say("A rumour")
    await amir.ok("flag_message", id=mine["id"], reason="about_me", note="Amir is meant")
    await (await room.enter(cast.mo)).ok("hide_message", id=mine["id"], reason="A rumour")
    await start_session(cast.amir.id, Role.RESIDENT, "Amir's phone", "password")
    others: dict[str, object] = {"name": "Amir Khan"}
    await atomic(lambda: add_entry(act="person.name_taken", actor=cast.rosa.viewer, subject_type="person",
                                   subject_id=cast.amir.id, personal=others))  # fmt: skip
    planted = await _secrets(cast)
    _file, text = await taken_away(browser, cast.rosa)
    amirs = ["Amir", "amir@example.org", "Amir wrote this", "Amir is meant", "Mo Evans", cast.mo.id]
    assert "An answer to it" in text
    assert said["id"] in text, "what she answered is named by its id"
    assert [each for each in [*planted, *amirs] if each in text] == []
    _file, his = await taken_away(browser, cast.amir)
    assert "Amir wrote this" in his
    assert [each for each in ("Rosa", "An answer to it", "A rumour", *planted) if each in his] == []


async def test_rosa_does_not_learn_of_an_enquiry_by_it(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get("/admin/holds")
    assert (await dee.post("/admin/holds", what="person", named=cast.rosa.id, reason="Enquiry 1234")).status == 303
    _file, text = await taken_away(browser, cast.rosa)
    assert "hold" not in text
    assert "1234" not in text
    dees, text = await taken_away(browser, cast.dee)
    assert "hold.place" in {each["act"] for each in dees["audit_of_my_acts"]}
    assert "Rosa" not in text


async def test_a_guest_and_an_officer_take_theirs_too(
    house: House, cast: Cast, room: Room, browser: NewBrowser
) -> None:
    file, _text = await taken_away(browser, cast.gwen)
    assert file["person"][0]["tier"] == "guest"
    file, _text = await taken_away(browser, cast.ada)
    assert (file["officer"][0]["rank"], file["officer"][0]["number"]) == ("PC", "4127")
    assert [(each["title"], each["host"]) for each in file["surgeries"]] == [("Bikes and street lights", True)]


async def test_the_file_is_not_asked_for_without_end(house: House, cast: Cast, browser: NewBrowser) -> None:
    page = browser(cast.rosa)
    answers = [(await ask_for_it(page)).status for _time in range(11)]
    assert answers == [200] * 10 + [429]


@pytest.mark.parametrize("many", [10_000])
async def test_ten_thousand_messages_hold_nobody_up(
    house: House, cast: Cast, room: Room, browser: NewBrowser, many: int
) -> None:
    await Message.bulk_create([_words(cast, room, number) for number in range(many)], batch_size=500)
    page = browser(cast.rosa)
    await page.get("/account/export")
    answer = await _while_watched(page.post("/account/export"))
    assert [each["id"] for each in answer.json["words"]] == [f"m{number:015}" for number in range(many)]


def _words(cast: Cast, room: Room, number: int) -> Message:
    return Message(
        id=f"m{number:015}", room_id=room.id, author_id=cast.rosa.id, client_id=str(number), html="",
        body="words " * 20, kind=MessageKind.MESSAGE, state=MessageState.WITHDRAWN, created_at=clock.now(),
    )  # fmt: skip


async def _while_watched(work: Awaitable[Answer]) -> Answer:
    """The answer to some work, of which the loop did no more than a part before others had their turn.

    In seconds of the loop's own processor time, which a busy machine does not stretch.
    """
    longest, over, began = 0.0, asyncio.Event(), time.thread_time()

    async def watch() -> None:
        nonlocal longest
        while not over.is_set():
            before = time.thread_time()
            await asyncio.sleep(0.001)
            longest = max(longest, time.thread_time() - before)

    watching = asyncio.ensure_future(watch())
    answer = await work
    over.set()
    await watching
    took = time.thread_time() - began
    assert longest < took / 4, f"others waited for {longest:.2f} of {took:.2f} seconds"
    return answer
