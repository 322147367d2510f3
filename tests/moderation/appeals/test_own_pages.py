"""What somebody whose words were taken down reads: what happened, why, by which rule, and what they can do."""

from datetime import timedelta

import pytest

from foundation import clock
from moderation.decisions.models import Ban
from moderation.models import Decision
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.moderation.decisions.deciding import Desk

NOT_READ = "No person has read it yet."


async def _page(desk: Desk, decision_id: str, member: Member) -> str:
    return (await desk.house.page(f"/decisions/{decision_id}", member)).text


async def _hidden(desk: Desk, cast: Cast) -> str:
    message = await desk.flagged(cast.rosa, cast.amir)
    return str((await desk.decided(cast.mo, message, "hide"))["id"])


async def test_why_comes_before_the_words_and_the_way_to_appeal_before_both(desk: Desk, cast: Cast) -> None:
    page = await _page(desk, await _hidden(desk, cast), cast.rosa)
    parts = (
        "What you wrote was taken down.",
        'href="#appeal"',
        ">Why</h2>",
        "The rule:",
        ">What you wrote</h2>",
        "<form",
    )
    places = [page.partition("<main")[2].index(part) for part in parts]
    assert places == sorted(places)


async def test_who_appeals_too_late_is_told_so_before_trying(desk: Desk, cast: Cast) -> None:
    decision = await _hidden(desk, cast)
    await Decision.filter(id=decision).update(at=clock.now() - timedelta(days=21))
    page = await _page(desk, decision, cast.rosa)
    assert "it is too late for that now" in page
    assert 'href="/complain"' in page.partition("<main")[2]


@pytest.mark.parametrize(
    ("outcome", "said", "listed"),
    [
        ("upheld", "came to the same decision", "The decision stands"),
        ("overturned", "You were right.", "Overturned on appeal"),
    ],
)
async def test_what_came_of_an_appeal_stands_on_both_pages(
    desk: Desk, cast: Cast, outcome: str, said: str, listed: str
) -> None:
    decision = await _hidden(desk, cast)
    made = await desk.appeal(cast.rosa, {"id": decision})
    answer = await desk.house.caller(cast.dee).post(
        f"/appeals/{made.json['id']}/decision", {"outcome": outcome, "reason": "I read it anew."}
    )
    assert answer.status == 204, answer.text
    page = await _page(desk, decision, cast.rosa)
    assert said in page
    assert "I read it anew." in page
    assert listed in (await desk.house.page("/decisions", cast.rosa)).text


async def test_nothing_is_held_against_who_did_nothing_wrong(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = await desk.decided(cast.mo, message, "none")
    page = await _page(desk, decision["id"], cast.rosa)
    assert "Nothing was done." in page
    assert "The rule:" not in page


async def test_a_rule_s_act_says_when_a_person_has_read_it(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    by_rule = str((await desk.decided(cast.mo, message, "hide"))["id"])
    await Decision.filter(id=by_rule).update(actor_id=None, actor_role=None)
    assert NOT_READ in await _page(desk, by_rule, cast.rosa)
    kept = await Decision.get(id=by_rule).values()
    await Decision.create(**{**kept, "id": "zzzzzzzzzzzzzzzz", "actor_id": cast.mo.id, "actor_role": "moderator"})
    page = await _page(desk, by_rule, cast.rosa)
    assert NOT_READ not in page
    assert "A person has read it since" in page


async def test_being_removed_for_good_says_how_it_stands(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = str((await desk.decided(cast.mo, message, "remove"))["id"])
    assert "A second person looks at it too." in await _page(desk, decision, cast.rosa)
    ban = await Ban.get(decision_id=decision)
    dee = Browser(desk.house.url, cast.dee)
    await dee.get("/moderation/bans")
    assert (await dee.post(f"/moderation/bans/{ban.id}/confirm")).status == 303
    assert "it stands for good" in await _page(desk, decision, cast.rosa)
    await dee.get("/moderation/bans")
    assert (await dee.post(f"/moderation/bans/{ban.id}/end", reason="She has written to us")).status == 303
    assert "This is over" in await _page(desk, decision, cast.rosa)
    await dee.close()


async def test_a_ban_that_nobody_confirms_is_over_after_its_week(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = str((await desk.decided(cast.mo, message, "remove"))["id"])
    await Ban.filter(decision_id=decision).update(ends_unless_confirmed_at=clock.now() - timedelta(minutes=1))
    assert "This is over" in await _page(desk, decision, cast.rosa)


async def test_a_silence_that_has_ended_says_so(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    decision = str((await desk.decided(cast.mo, message, "silence", seconds=3600))["id"])
    assert "It ends by itself on" in await _page(desk, decision, cast.rosa)
    await Decision.filter(id=decision).update(until=clock.now() - timedelta(minutes=1))
    assert "This is over" in await _page(desk, decision, cast.rosa)


async def test_the_account_page_leads_to_decisions_and_flags_and_they_lead_back(desk: Desk, cast: Cast) -> None:
    account = (await desk.house.page("/account", cast.rosa)).text
    for address in ("/decisions", "/flags"):
        assert f'href="{address}"' in account
        assert 'class="govuk-back-link" href="/account"' in (await desk.house.page(address, cast.rosa)).text


async def test_in_the_room_their_own_words_lead_to_why_and_nobody_says_that_a_person_did_it(
    desk: Desk, cast: Cast
) -> None:
    await _hidden(desk, cast)
    own = (await desk.house.page(f"/surgeries/{desk.room.id}", cast.rosa)).text
    assert '<p>Taken down. <a class="govuk-link" href="/decisions">Why, and how to appeal</a></p>' in own
    others = (await desk.house.page(f"/surgeries/{desk.room.id}", cast.amir)).text
    assert "<p>Taken down.</p>" in others
    assert "aken down by a moderator" not in own + others


async def test_who_is_silenced_for_a_day_reads_the_day_and_where_to_appeal(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "silence", seconds=24 * 3600)
    page = (await desk.house.page(f"/surgeries/{desk.room.id}", cast.rosa)).text
    shown = page.partition('data-standing="silenced"')[2].partition('data-standing="removed"')[0]
    tomorrow = clock.now().astimezone(desk.house.settings.time_zone) + timedelta(days=1)
    assert f"{tomorrow:%A} {tomorrow.day} {tomorrow:%B %Y}, " in shown
    assert 'href="/decisions"' in shown


async def test_who_is_removed_is_not_told_that_they_may_not_but_what_was_decided(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "remove", seconds=3600)
    answer = await desk.house.page(f"/surgeries/{desk.room.id}", cast.rosa)
    assert answer.status == 403
    shown = answer.text.partition("<main")[2]
    assert "You may not do that" not in shown
    assert "It says who people are." in shown
    assert 'href="/decisions"' in shown
    assert "101" in shown


async def test_the_notice_says_what_why_and_what_to_do(desk: Desk, cast: Cast) -> None:
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "hide", reason="It says who people are")
    [told] = await desk.told(cast.rosa)
    assert told == (
        "What you wrote was taken down. The rule is “Be kind, also when you disagree”. The reason given: It says who "
        "people are. If you think this is wrong, you can appeal within 20 days."
    )


async def test_what_took_nothing_from_her_speaks_of_no_appeal_and_a_silence_of_how_to_call(
    desk: Desk, cast: Cast
) -> None:
    first, second = await desk.flagged(cast.rosa, cast.amir), await desk.flagged(cast.rosa, cast.amir, "Another lamp")
    hidden = await desk.decided(cast.mo, first, "hide")
    await desk.undo(cast.mo, hidden)
    [told] = await desk.told(cast.rosa)
    assert "appeal" not in told
    await desk.decided(cast.mo, second, "silence", seconds=3600)
    assert "call 101, or 999" in (await desk.told(cast.rosa))[0]
