"""After a closure nothing of what a person gave us stands in any table, unless it must be kept."""

from datetime import timedelta

import pytest

from accounts.factors.models import Passkey, RecoveryCode
from accounts.models import OneTimeLink, Person
from accounts.residents.models import SignUp
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from tests.accounts.leaving.conftest import Close
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room

WORDS, HELD = "The corner house has a red door", "Ring me on 07700 900123"
_LONGEST_KEPT = timedelta(days=7 * 366)
PLANTED = ("Rosa Jones", "rosa@example.org", "Rosalind", "Rosie", "A key ring", "planted", WORDS, "07700 900123")


async def _live_a_little(cast: Cast, room: Room) -> None:
    """Give every table something of Rosa's that the product itself would put there."""
    rosa, later = cast.rosa.id, clock.now() + timedelta(hours=1)
    seat = await room.enter(cast.rosa)
    await seat.say(WORDS)
    assert (await seat.say(HELD, confirm=True))["status"] == "held"
    hidden = await seat.say(f"{WORDS}, and a rumour")
    await (await room.enter(cast.mo)).ok("hide_message", id=hidden["id"], reason="A rumour")
    await Person.filter(id=rosa).update(full_name="Rosalind Jones", name_refused="Rosie", avatar="planted/avatar")
    await Passkey.create(id="k" * 16, person_id=rosa, credential_id="planted-c", public_key="planted-k", sign_count=1,
                         label="A key ring", created_at=clock.now())  # fmt: skip
    await RecoveryCode.create(id="r" * 16, person_id=rosa, code_hash="planted-r", created_at=clock.now())
    await OneTimeLink.create(token_hash="planted-l", person_id=rosa, purpose="email", expires_at=later,
                             email="rosa@example.org")  # fmt: skip
    await SignUp.create(id="planted-s", email="rosa@example.org", full_name="Rosalind", shown_as="full",
                        language="en", age_band="adult", password_hash="planted-h", created_at=clock.now(),
                        expires_at=later)  # fmt: skip
    named: dict[str, object] = {"before": "Rosie", "after": "Rosa Jones"}
    await atomic(lambda: add_entry(act="person.rename", actor=cast.rosa.viewer, subject_type="person",
                                   subject_id=rosa, personal=named))  # fmt: skip


async def test_nothing_that_rosa_gave_us_is_left(house: House, cast: Cast, room: Room, close: Close) -> None:
    await _live_a_little(cast, room)
    for planted in PLANTED:
        assert await tables_with(planted), f"{planted} must be somewhere for this to mean anything"
    await close(cast.rosa, "go")
    # The mail that tells her of it is sent, and then forgotten.
    await house.run_jobs()
    await house.run_jobs()
    # What was decided about is kept as evidence, as she was told before she left: for its time, and nowhere else.
    assert {planted: tables for planted in PLANTED if (tables := await tables_with(planted)) - {"evidence"}} == {}
    clock.move(_LONGEST_KEPT)
    await house.run_jobs()
    assert {planted: tables for planted in PLANTED if (tables := await tables_with(planted))} == {}


@pytest.mark.parametrize("path", ["/account/close", "/account/export"])
async def test_what_cannot_be_undone_asks_who_it_is(house: House, cast: Cast, path: str, browser) -> None:
    clock.move(timedelta(minutes=20))
    rosa = browser(cast.rosa)
    asked = await rosa.get(path)
    assert (asked.status, asked.headers["Location"]) == (303, f"/prove?back={path}")
    await rosa.get("/account")
    assert (await rosa.post(path, words="go", sure="yes")).headers["Location"].startswith("/prove")
    assert (await Person.get(id=cast.rosa.id)).closed_at is None
