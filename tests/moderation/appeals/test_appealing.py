"""Appealing: once, within 20 days, against what was taken from one, guests too."""

import asyncio
from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditEntry
from moderation.appeals.models import Appeal
from moderation.models import Decision
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.moderation.decisions.deciding import WORDS, Desk


async def test_rosa_appeals_once_and_reads_that_it_waits(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    made = await desk.appeal(cast.rosa, decision)
    assert made.status == 201
    assert (await desk.appeal(cast.rosa, decision)).status == 409
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert "I meant the lamp" in page.text
    assert "Appeal waiting" in page.text
    [entry] = await AuditEntry.filter(act="decision.appeal")
    assert (entry.actor_id, entry.subject_id) == (cast.rosa.id, made.json["id"])


async def test_two_appeals_at_once_are_one(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    answers = await asyncio.gather(*(desk.appeal(cast.rosa, decision) for _one in range(3)))
    assert sorted(answer.status for answer in answers) == [201, 409, 409]


async def test_a_guest_appeals_by_the_page_s_one_button(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.gwen, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    gwen = Browser(desk.house.url, cast.gwen)
    page = await gwen.get(f"/decisions/{decision['id']}")
    assert page.text.count("/appeal") == 1
    empty = await gwen.post(f"/decisions/{decision['id']}/appeal", text=" ")
    assert (empty.status, 'href="#text"' in empty.text) == (422, True)
    assert (await gwen.post(f"/decisions/{decision['id']}/appeal", text="It was a lamp")).status == 303
    page = await gwen.get(f"/decisions/{decision['id']}?appealed")
    assert "Your appeal is made" in page.text
    assert 'method="post" action="/decisions' not in page.text
    await gwen.close()


async def test_nobody_appeals_against_what_was_decided_about_others(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    for other in (cast.amir, cast.mo, cast.gwen):
        assert (await desk.appeal(other, decision)).status == 404
        assert (await desk.house.page(f"/decisions/{decision['id']}", other)).status == 404


async def test_after_twenty_days_it_is_too_late(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    early = clock.now() - timedelta(days=20, seconds=5)
    await Decision.filter(id=decision["id"]).update(at=early)
    refused = await desk.appeal(cast.rosa, decision)
    assert refused.status == 403
    assert "20 days" in refused.json["detail"]
    assert "/appeal" not in (await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)).text
    await Decision.filter(id=decision["id"]).update(at=early + timedelta(minutes=1))
    assert (await desk.appeal(cast.rosa, decision)).status == 201


@pytest.mark.parametrize("action", ["none", "lock"])
async def test_what_took_nothing_from_her_is_not_appealed_against(desk: Desk, cast: Cast, action: str) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, action)
    assert (await desk.appeal(cast.rosa, decision)).status == 409


async def test_what_was_taken_back_ends_the_appeal_against_it(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    await desk.appeal(cast.rosa, decision)
    await desk.undo(cast.mo, decision)
    assert (await Appeal.get(decision_id=decision["id"])).state == "overturned"
    assert "Rosa" not in (await desk.house.page("/moderation/appeals", cast.dee)).text.partition("Decided")[0]


async def test_all_that_was_decided_about_her_is_on_one_page(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    page = await desk.house.page("/decisions", cast.rosa)
    assert f"/decisions/{decision['id']}" in page.text
    assert "You can appeal until" in page.text
    assert "Mo Evans" not in page.text
    assert decision["id"] not in (await desk.house.page("/decisions", cast.amir)).text


async def test_what_a_rule_decided_never_pretends_to_be_human(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "hide")
    await Decision.filter(id=decision["id"]).update(actor_id=None, actor_role=None)
    page = await desk.house.page(f"/decisions/{decision['id']}", cast.rosa)
    assert "No person has read it yet" in page.text
    assert "moderator decided" not in page.text
    assert WORDS in page.text
