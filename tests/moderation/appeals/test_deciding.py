"""Deciding appeals: by somebody else than who decided; overturned means put right everywhere."""

import asyncio

import pytest

from foundation.models import AuditEntry
from moderation.appeals.models import Appeal
from moderation.decisions.models import Ban
from moderation.flags.models import FlaggerRecord
from moderation.known.models import KnownPerson
from moderation.models import Decision
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.clients import JSON, Answer
from tests.moderation.decisions.deciding import WORDS, Desk


async def _appealed(desk: Desk, cast: Cast, action: str = "hide", **more: object) -> tuple[str, JSON, str]:
    """Mo decides about Rosa's words, and she appeals: the message, the decision, the appeal."""
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, action, **more)
    made = await desk.appeal(cast.rosa, decision)
    assert made.status == 201, made.text
    return message, decision, made.json["id"]


async def _decide(desk: Desk, member: Member, appeal: str, outcome: str, reason: str = "I read it again") -> Answer:
    return await desk.house.caller(member).post(f"/appeals/{appeal}/decision", {"outcome": outcome, "reason": reason})


async def test_overturned_her_words_are_back_in_their_place_on_open_screens(desk: Desk, cast: Cast) -> None:
    message, decision, appeal = await _appealed(desk, cast)
    place = await desk.place_in_log(message)
    amir = await desk.room.enter(cast.amir)
    assert (await _decide(desk, cast.dee, appeal, "overturned")).status == 204
    assert (await amir.hear("message_restored", id=message))["data"]["body"] == WORDS
    assert (await desk.shown(message), await desk.place_in_log(message)) == (WORDS, place)
    outcome = await Decision.get(supersedes_id=decision["id"])
    assert (outcome.action, outcome.actor_id) == ("overturn", cast.dee.id)
    assert (await Appeal.get(id=appeal)).outcome_id == outcome.id
    told = await desk.told(cast.rosa)
    assert "You were right" in told[0]
    assert "I read it again" in told[0]
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert "overturned this" in page.text
    assert "Dee" not in page.text
    assert await AuditEntry.filter(act="appeal.overturned", actor_id=cast.dee.id).count() == 1


@pytest.mark.parametrize("action", ["hide_and_warn", "warn", "edit", "silence", "remove"])
async def test_whatever_was_done_is_put_right(desk: Desk, cast: Cast, action: str) -> None:
    more: dict[str, dict[str, object]] = {"edit": {"body": "Other words"}, "silence": {"seconds": 600}}
    message, _decision, appeal = await _appealed(desk, cast, action, **more.get(action, {}))
    assert await Ban.filter(ended_at=None).count() == (action == "remove")
    assert (await _decide(desk, cast.dee, appeal, "overturned")).status == 204
    assert await desk.shown(message) == WORDS
    assert await Ban.filter(ended_at=None).count() == 0
    await (await desk.room.enter(cast.rosa)).say("Thank you")


async def test_the_records_of_who_flagged_and_who_wrote_are_corrected(desk: Desk, cast: Cast) -> None:
    _message, _decision, appeal = await _appealed(desk, cast)
    assert (await FlaggerRecord.get(person_id=cast.amir.id)).upheld == 1
    assert (await KnownPerson.get(person_id=cast.rosa.id)).refused == 1
    await _decide(desk, cast.dee, appeal, "overturned")
    assert (await FlaggerRecord.get(person_id=cast.amir.id)).upheld == 0
    assert (await KnownPerson.get(person_id=cast.rosa.id)).refused == 0


async def test_what_was_refused_before_anybody_read_it_is_published(desk: Desk, cast: Cast) -> None:
    message = await desk.held(cast.rosa)
    decision = await desk.decided(cast.mo, message, "hide")
    appeal = (await desk.appeal(cast.rosa, decision)).json["id"]
    await _decide(desk, cast.dee, appeal, "overturned")
    assert await desk.shown(message) == WORDS


async def test_upheld_it_stays_down_and_she_reads_why(desk: Desk, cast: Cast) -> None:
    message, decision, appeal = await _appealed(desk, cast)
    assert (await _decide(desk, cast.dee, appeal, "upheld", "It names somebody")).status == 204
    assert await desk.shown(message) is None
    assert "The decision stands" in (await desk.told(cast.rosa))[0]
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert "It names somebody" in page.text
    assert not await Decision.filter(supersedes_id=decision["id"]).exists()


async def test_nobody_judges_their_own_decision_or_appeal(desk: Desk, cast: Cast) -> None:
    _message, _decision, appeal = await _appealed(desk, cast)
    refused = await _decide(desk, cast.mo, appeal, "upheld")
    assert (refused.status, "your own decision" in refused.json["detail"]) == (403, True)
    message = await desk.flagged(cast.dee, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    own = (await desk.appeal(cast.dee, decision)).json["id"]
    assert (await _decide(desk, cast.dee, own, "overturned")).status == 403
    assert (await _decide(desk, cast.dai, own, "overturned")).status == 204


async def test_outsiders_decide_no_appeal(desk: Desk, cast: Cast) -> None:
    _message, _decision, appeal = await _appealed(desk, cast)
    answers = [await _decide(desk, each, appeal, "overturned") for each in (cast.max, cast.ada, cast.amir)]
    assert [answer.status for answer in answers] == [404, 403, 403]
    assert "Rosa" not in (await desk.house.page("/moderation/appeals", cast.max)).text


async def test_of_two_who_decide_it_at_once_one_does(desk: Desk, cast: Cast) -> None:
    _message, decision, appeal = await _appealed(desk, cast)
    answers = await asyncio.gather(
        _decide(desk, cast.dee, appeal, "overturned"), _decide(desk, cast.dai, appeal, "overturned")
    )
    assert sorted(answer.status for answer in answers) == [204, 409]
    assert await Decision.filter(supersedes_id=decision["id"]).count() == 1


async def test_a_host_s_hide_in_the_room_is_appealed_against_and_won(desk: Desk, cast: Cast) -> None:
    message = (await (await desk.room.enter(cast.rosa)).say(WORDS))["id"]
    await (await desk.room.enter(cast.ada)).ok("hide_message", id=message, reason="Off the point")
    decision = await Decision.get(target_id=message)
    page = await desk.house.page(f"/decisions/{decision.id}", cast.rosa)
    assert "A host of the surgery decided this" in page.text
    assert "Okafor" not in page.text
    appeal = (await desk.appeal(cast.rosa, {"id": decision.id})).json["id"]
    assert (await _decide(desk, cast.mo, appeal, "overturned")).status == 204
    assert await desk.shown(message) == WORDS


async def test_a_host_who_brings_it_back_herself_ends_the_appeal(desk: Desk, cast: Cast) -> None:
    message = (await (await desk.room.enter(cast.rosa)).say(WORDS))["id"]
    ada = await desk.room.enter(cast.ada)
    await ada.ok("hide_message", id=message, reason="Off the point")
    decision = await Decision.get(target_id=message)
    await desk.appeal(cast.rosa, {"id": decision.id})
    await ada.ok("restore_message", id=message, reason="I was wrong")
    assert (await Appeal.get(decision_id=decision.id)).state == "overturned"
    assert (await Decision.get(action="restore")).supersedes_id == decision.id


async def test_dee_decides_on_the_page_with_the_words_and_the_note(desk: Desk, cast: Cast) -> None:
    message, decision, appeal = await _appealed(desk, cast, note="she was warned in May")
    dee = Browser(desk.house.url, cast.dee)
    assert "I meant the lamp" in (await dee.get("/moderation/appeals")).text
    page = await dee.get(f"/moderation/appeals/{appeal}")
    for words in (WORDS, "I meant the lamp", "she was warned in May", "It says who people are.", "Mo Evans"):
        assert words in page.text
    wrong = await dee.post(f"/moderation/appeals/{appeal}", outcome="", reason="")
    assert (wrong.status, 'href="#outcome"' in wrong.text) == (422, True)
    assert (await dee.post(f"/moderation/appeals/{appeal}", outcome="overturned", reason="It is a lamp")).status == 303
    assert await desk.shown(message) == WORDS
    assert "You decided this yourself" not in (await dee.get("/moderation/appeals")).text
    await dee.close()
    assert decision["id"]


async def test_who_took_their_words_back_meanwhile_is_still_told_who_was_right(desk: Desk, cast: Cast) -> None:
    message, _decision, appeal = await _appealed(desk, cast)
    await (await desk.room.enter(cast.rosa)).ok("withdraw_message", id=message)
    assert (await _decide(desk, cast.dee, appeal, "overturned")).status == 204
    assert await desk.shown(message) is None, "taken back is taken back"
    assert "You were right" in (await desk.told(cast.rosa))[0]
