"""Before the close nobody sees how the vote goes: nothing that anybody can ask for changes as ballots are cast."""

from datetime import timedelta

import pytest

from priorities.models import Phase
from priorities.results.kept import KEPT
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import JSON
from tests.forums.talk import Talk
from tests.priorities.away import away
from tests.priorities.closing.asked import Asked, asked_about, changed
from tests.priorities.closing.doors import LEFT_OUT, leaves_out, routes
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def asked(poll: Poll, cast: Cast, talk: Talk) -> Asked:
    return await asked_about(poll, cast, talk)


async def test_nothing_is_left_out_that_is_not_there(asked: Asked) -> None:
    there = routes(asked.poll.house.app)
    assert [begin for begin in LEFT_OUT if not any(leaves_out(begin, route) for route in there)] == []


async def test_no_answer_anywhere_changes_while_people_vote(asked: Asked, cast: Cast) -> None:
    """Whatever it is about: pages, calls, feeds, calendars, pictures, figures; also for an administrator."""
    readers = (None, cast.amir, cast.dee)
    await asked.seen(asked.everywhere, *readers)  # what somebody reads first is marked as read
    before = await asked.seen(asked.everywhere, *readers)
    await asked.cast_all()
    assert changed(before, await asked.seen(asked.everywhere, *readers)) == []
    for reader in ("nobody", cast.dee.name):
        assert len([said for (_path, who), said in before.items() if who == reader and said.startswith("200")]) > 50


async def test_no_page_or_call_of_priorities_changes_for_anybody(asked: Asked, cast: Cast) -> None:
    readers = (None, cast.amir, cast.olga, cast.ada, cast.mo, cast.dee)
    before = await asked.seen(asked.here, *readers)
    heads = await asked.seen(asked.here, None, cast.dee, method="HEAD")
    await asked.cast_all()
    assert changed(before, await asked.seen(asked.here, *readers)) == []
    assert changed(heads, await asked.seen(asked.here, None, cast.dee, method="HEAD")) == []
    await asked.poll.move_to(asked.round, Phase.AGREE)
    after = changed(before, await asked.seen(asked.here, *readers))
    for end in ("", "/results", "/results.csv", "/results.svg", "/receipts.txt", "/vote", "/opinions", "/opinions.csv"):
        assert (f"/rounds/{asked.round}{end}", "nobody") in after, "that something changes is seen where it does"


async def test_nothing_that_anybody_asks_for_is_made_of_ballots(asked: Asked, cast: Cast) -> None:
    """So nothing takes longer where there are many, and no cache can hold what was counted too early."""
    readers = (None, cast.amir, cast.ada, cast.dee)
    await asked.cast_all()
    before = await asked.seen(asked.here, *readers)
    async with away("priority_ballot", "priority_receipt"):
        assert (await asked.poll.cast_ballot(cast.rosa, asked.round, asked.options[:1])).status == 500
        assert changed(before, await asked.seen(asked.here, *readers)) == []
    assert not _kept(asked)
    await asked.poll.move_to(asked.round, Phase.AGREE)
    await asked.poll.house.page(f"/rounds/{asked.round}/results")
    assert _kept(asked), "the result is kept once there is one"


def _kept(asked: Asked) -> list[str]:
    return [str(key) for key in asked.poll.house.app[KEPT]._found if asked.round in str(key)]


async def test_open_pages_hear_nothing_of_ballots(asked: Asked, cast: Cast) -> None:
    pages = [await asked.poll.house.live(member) for member in (cast.gwen, cast.amir, cast.ada, cast.dee)]
    for page in pages:
        await page.ok("follow_round", round=asked.round)
    await asked.cast_all()
    for page in pages:
        await page.quiet()
        assert page.heard == []
    later = (await asked.poll.row(asked.round))["agree_at"] + timedelta(days=1)
    moved = {"reason": "More time.", "agree_at": later.isoformat()}
    assert (await asked.poll.house.caller(cast.ada).post(f"/rounds/{asked.round}/dates", moved)).status == 200
    for page in pages:
        await page.wait("round_changed")


async def test_what_somebody_takes_away_says_nothing_of_other_peoples_ballots(
    asked: Asked, cast: Cast, browser: NewBrowser
) -> None:
    own = {member: browser(member) for member in (cast.amir, cast.ada)}
    before = {member: await _taken_away(each) for member, each in own.items()}
    await asked.cast_all()
    for member, each in own.items():
        assert len(before[member]) > 20
        assert await _taken_away(each) == before[member]


async def _taken_away(somebody: Browser) -> JSON:
    await somebody.get("/account/export")
    answer = await somebody.post("/account/export")
    assert answer.status == 200
    own = ("made_at", "sessions", "audit_of_my_acts")  # that they came now, and took it away
    return {part: said for part, said in answer.json.items() if part not in own}


async def test_of_paper_staff_know_how_many_slips_came_in_and_nothing_of_what_they_say(
    asked: Asked, cast: Cast
) -> None:
    slips = Slips(asked.poll, asked.round)
    await slips.print(4)
    doors = [path for path in asked.here if f"/rounds/{asked.round}" in path and "/slips" not in path]
    for serial, chosen in ((1, asked.options[:1]), (2, asked.options[1:3])):
        await slips.issue(serial, **{**JANE, "house": str(serial)})
        before, counts = await asked.seen(doors, None, cast.ada, cast.dee), await slips.counts()
        assert await slips.read_by_two(serial, chosen) == "counted"
        assert changed(before, await asked.seen(doors, None, cast.ada, cast.dee)) == []
        assert await slips.counts() == {**counts, "out": counts["out"] - 1, "counted": counts["counted"] + 1}


async def test_the_round_says_how_many_voted_only_afterwards(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    during = (await poll.house.caller(cast.dee).get(f"/rounds/{round_id}")).json
    assert during["turnout"] is None
    await poll.move_to(round_id, Phase.AGREE)
    assert (await poll.house.caller().get(f"/rounds/{round_id}")).json["turnout"] == 1
