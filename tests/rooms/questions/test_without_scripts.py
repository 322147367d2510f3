"""Questions by forms: vote, order, likeness offered once, deciding, and what remains at the close."""

import re
from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditEntry
from notices.models import Notice
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.rooms_from_outside import Room

ASKED = "Why are the street lights out on Lowther Road?"


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def _order(page: str) -> list[str]:
    """The words of the waiting questions in their order on the page."""
    waiting = page.partition('id="waiting"')[2].partition("</ol>")[0]
    return re.findall(r'data-part="body"><p>(.*?)</p>', waiting)


async def test_amir_votes_by_a_form_and_the_page_is_ordered_by_it(room: Room, cast: Cast, browser: NewBrowser):
    rosa = await room.enter(cast.rosa)
    bins, lights = await rosa.ask("Who empties the bins?"), await rosa.ask(ASKED)
    amir = browser(cast.amir)
    page = await amir.get(f"/surgeries/{room.id}")
    assert _order(page.text) == ["Who empties the bins?", ASKED]
    voted = await amir.post(f"/surgeries/{room.id}/questions/{lights}/vote", wanted="yes", order="wanted")
    assert (voted.status, voted.headers["Location"]) == (303, f"/surgeries/{room.id}#q-{lights}")
    assert _order((await amir.get(f"/surgeries/{room.id}")).text) == [ASKED, "Who empties the bins?"]
    await amir.post(f"/surgeries/{room.id}/questions/{bins}/vote", wanted="yes", order="newest")
    await amir.post(f"/surgeries/{room.id}/questions/{lights}/vote", wanted="no")
    assert _order((await amir.get(f"/surgeries/{room.id}?order=wanted")).text)[0] == "Who empties the bins?"
    assert _order((await amir.get(f"/surgeries/{room.id}?order=newest")).text)[0] == ASKED


async def test_a_question_like_another_is_offered_once_and_then_asked(room: Room, cast: Cast, browser: NewBrowser):
    lights = await (await room.enter(cast.rosa)).ask(ASKED)
    amir = browser(cast.amir)
    await amir.get(f"/surgeries/{room.id}")
    words = {"body": "The street lights on Lowther Road are out", "kind": "question"}
    offered = await amir.post(f"/surgeries/{room.id}/messages", **words)
    assert offered.status == 200
    assert f"/surgeries/{room.id}/questions/{lights}/vote" in offered.text.partition('id="alike"')[2]
    assert words["body"] in offered.text, "what he wrote is still there"
    assert (await amir.post(f"/surgeries/{room.id}/messages", **words, alike_seen="yes")).status == 303
    assert len((await room.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]) == 2


async def test_ada_is_led_to_what_remains_and_settles_each(room: Room, cast: Cast, browser: NewBrowser):
    rosa = await room.enter(cast.rosa)
    first, second = await rosa.ask(ASKED), await rosa.ask("Who empties the bins?")
    ada = browser(cast.ada)
    await ada.get(f"/surgeries/{room.id}")
    closed = await ada.post(f"/surgeries/{room.id}/close")
    remains = f"/surgeries/{room.id}/remains"
    assert closed.headers["Location"] == remains
    page = (await ada.get(remains)).text
    assert first in page
    assert second in page
    day = (clock.now() + timedelta(days=2)).date().isoformat()
    wrong = await ada.post(f"/surgeries/{room.id}/questions/{first}/promise", text="", due_on="", back=remains)
    assert (wrong.status, wrong.text.count("govuk-error-message") >= 3) == (422, True)
    vow = {"text": "I will ask.", "owner": "Cardiff Council", "due_on": day, "back": remains}
    kept = await ada.post(f"/surgeries/{room.id}/questions/{first}/promise", **vow)
    assert (kept.status, kept.headers["Location"]) == (303, remains)
    await ada.post(f"/surgeries/{room.id}/questions/{second}/close", reason="The council does.", back=remains)
    assert "Nothing remains" in (await ada.get(remains)).text
    told = await Notice.filter(person_id=cast.rosa.id).values_list("kind", flat=True)
    assert sorted(str(kind) for kind in told) == ["question_closed", "question_promised"]


async def test_huw_answers_what_remains_days_later_in_one_step_and_rosa_is_told(
    room: Room, cast: Cast, browser: NewBrowser
):
    lights = await (await room.enter(cast.rosa)).ask(ASKED)
    await room.act("close")
    huw, remains = browser(cast.huw), f"/surgeries/{room.id}/remains"
    answer = f"/surgeries/{room.id}/questions/{lights}/answer"
    assert f'action="{answer}"' in (await huw.get(remains)).text
    assert (await huw.post(answer, body="  ", back=remains)).status == 422
    sent = await huw.post(answer, body="They are mended on Tuesday.", back=remains)
    assert (sent.status, sent.headers["Location"]) == (303, remains)
    assert "Nothing remains" in (await huw.get(remains)).text
    told = await Notice.filter(person_id=cast.rosa.id).values_list("kind", "path")
    assert list(told) == [("question_answered", f"/surgeries/{room.id}#q-{lights}")]
    [listed] = (await room.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]
    assert listed["stands"] == "answered"
    for path in (f"/surgeries/{room.id}", f"/surgeries/{room.id}/transcript"):
        assert "They are mended on Tuesday." in (await room.house.page(path)).text, path
    assert await AuditEntry.filter(act="question.answer", actor_id=cast.huw.id).count() == 1


async def test_an_answer_after_the_close_that_screening_asks_about_is_confirmed_first(
    room: Room, cast: Cast, browser: NewBrowser
):
    lights = await (await room.enter(cast.rosa)).ask(ASKED)
    await room.act("close")
    ada, answer = browser(cast.ada), f"/surgeries/{room.id}/questions/{lights}/answer"
    await ada.get(f"/surgeries/{room.id}/remains")
    words = {"body": "Ring me on 07700 900123"}
    asked = await ada.post(answer, **words)
    assert (asked.status, words["body"] in asked.text, "Send it as it is" in asked.text) == (422, True, True)
    assert (await ada.post(answer, **words, confirm="true")).status == 303


@pytest.mark.parametrize("who", ["rosa", "mo", "nia"])
async def test_who_decides_nothing_answers_nothing_after_the_close(
    room: Room, cast: Cast, browser: NewBrowser, who: str
):
    lights = await (await room.enter(cast.rosa)).ask(ASKED)
    await room.act("close")
    outsider = browser(getattr(cast, who))
    await outsider.get(f"/surgeries/{room.id}")
    assert (await outsider.post(f"/surgeries/{room.id}/questions/{lights}/answer", body="Yes")).status == 403


async def test_nobody_is_led_anywhere_else_by_a_form(room: Room, cast: Cast, browser: NewBrowser):
    lights = await (await room.enter(cast.rosa)).ask(ASKED)
    amir = browser(cast.amir)
    await amir.get(f"/surgeries/{room.id}")
    voted = await amir.post(f"/surgeries/{room.id}/questions/{lights}/vote", back="//evil.example/x")
    assert voted.headers["Location"].startswith(f"/surgeries/{room.id}")


@pytest.mark.parametrize("who", ["rosa", "mo", "huw", "nia"])
async def test_what_remains_is_for_the_hosts_while_the_room_is_open(
    room: Room, cast: Cast, browser: NewBrowser, who: str
):
    outsider = browser(getattr(cast, who))
    assert (await outsider.get(f"/surgeries/{room.id}/remains")).status == 403


async def test_a_host_who_left_it_at_the_close_is_told_once(room: Room, cast: Cast):
    await (await room.enter(cast.rosa)).ask(ASKED)
    await room.act("close")
    await room.house.run_jobs()
    assert await Notice.filter(kind="staff").count() == 0
    clock.move(timedelta(hours=1))
    await room.house.run_jobs()
    await room.house.run_jobs()
    told = await Notice.filter(kind="staff").values_list("person_id", "path")
    assert list(told) == [(cast.ada.id, f"/surgeries/{room.id}/remains")]
