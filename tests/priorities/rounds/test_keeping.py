"""Staff lengthen a round with a reason, change how it votes until the vote opens, and cancel it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.models import AuditEntry
from notices.models import Notice
from priorities.ballots.models import Ballot, Receipt, RoundKey, Voted
from priorities.models import Phase
from priorities.rounds.local_times import HOUR, from_the_wall, on_the_wall
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.clients import Answer
from tests.house import House
from tests.priorities.poll import WEEK, Poll
from tests.priorities.rounds.test_as_json import OF_HOME, new_round

DAY = timedelta(days=1)
WHY = "Many asked for more time over the holidays."


async def move(poll: Poll, round_id: str, member: Any = None, **dates: Any) -> Answer:
    body = {name: value.isoformat() if name.endswith("_at") else value for name, value in dates.items()}
    return await poll.house.caller(member or poll.cast.ada).post(f"/rounds/{round_id}/dates", {"reason": WHY} | body)


async def test_ada_lengthens_a_vote_and_everybody_reads_why(poll: Poll, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    row = await poll.row(round_id)
    answer = await move(poll, round_id, agree_at=row["agree_at"] + 2 * DAY)
    assert answer.status == 200, answer.text
    assert answer.json["closes_at"] == clock.rfc3339(row["agree_at"] + 2 * DAY)
    page = (await browser().get(f"/rounds/{round_id}")).text
    assert WHY in page
    assert (await poll.move_to(round_id, Phase.AGREE))["agree_at"] == row["agree_at"] + 2 * DAY
    entry = await AuditEntry.get(act="round.move")
    assert (entry.actor_id, entry.reason, entry.subject_id) == (poll.cast.ada.id, WHY, round_id)


@pytest.mark.parametrize(
    ("phase", "name", "by", "status"),
    [
        (Phase.VOTE, "agree_at", -DAY, 422),  # a vote that is open is not cut short
        (Phase.GATHER, "shape_at", -DAY, 422),  # nor is anything that has begun
        (Phase.VOTE, "vote_at", DAY, 409),  # what has begun began then
        (Phase.AGREE, "agree_at", DAY, 409),
        (Phase.DONE, "ends_at", DAY, 409),
        (Phase.VOTE, "agree_at", WEEK, 422),  # onto the next date
        (Phase.VOTE, "agree_at", 1000 * DAY, 422),
        (Phase.GATHER, "vote_at", -3 * WEEK, 422),  # into what was
        (Phase.GATHER, "vote_at", -DAY, 200),  # what is to come may come sooner
        (Phase.VOTE, "act_at", -DAY, 200),
        (Phase.ACT, "review_at", -DAY, 422),
        (Phase.ACT, "review_at", DAY, 422),  # neighbours would have a day less to judge
        (Phase.ACT, "ends_at", -DAY, 422),
        (Phase.ACT, "ends_at", DAY, 200),
        (Phase.REVIEW, "ends_at", -DAY, 422),
    ],
)
async def test_what_may_be_moved(poll: Poll, phase: Phase, name: str, by: timedelta, status: int) -> None:
    round_id = await poll.begin(phase, ideas=())
    row = await poll.row(round_id)
    answer = await move(poll, round_id, **{name: row[name] + by})
    assert answer.status == status, answer.text
    moved = (await poll.row(round_id))[name] == row[name] + by
    assert moved == (status == 200)


async def test_what_comes_later_may_move_by_as_much(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=())
    row = await poll.row(round_id)
    answer = await move(poll, round_id, agree_at=row["agree_at"] + WEEK, later=True)
    assert answer.status == 200, answer.text
    now = await poll.row(round_id)
    later, zone = ("agree_at", "act_at", "review_at", "ends_at"), poll.house.settings.time_zone
    assert [on_the_wall(now[name], zone) - on_the_wall(row[name], zone) for name in later] == [WEEK] * 4
    assert now["vote_at"] == row["vote_at"]


async def test_what_moves_over_a_change_of_the_clocks_keeps_its_hour(poll: Poll) -> None:
    """A vote that closes at nine closes at nine a week later, too."""
    zone, day = poll.house.settings.time_zone, clock.now() + 10 * DAY
    while (day + DAY).astimezone(zone).utcoffset() == day.astimezone(zone).utcoffset():
        day += DAY

    def nine(days: int) -> datetime:
        return from_the_wall(datetime.combine(day.astimezone(zone).date() + days * DAY, HOUR), zone)

    first = nine(-2)
    later = [nine(days) for days in (12, 19, 26, 40)]
    opens, follows = {"vote_at": first}, dict(zip(("agree_at", "act_at", "review_at", "ends_at"), later, strict=True))
    begins = {"gather_at": clock.now(), "shape_at": first - timedelta(hours=2)}
    round_id = await poll.begin(Phase.GATHER, ideas=(), **begins, **opens, **follows)
    moved = nine(5)
    answer = await move(poll, round_id, vote_at=moved, later=True)
    assert answer.status == 200, answer.text
    now = await poll.row(round_id)
    assert now["vote_at"] == moved
    assert {on_the_wall(now[name], zone).hour for name in follows} == {9}
    assert [on_the_wall(now[name], zone) - on_the_wall(follows[name], zone) for name in follows] == [WEEK] * 4


async def test_without_a_reason_nothing_moves(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=())
    row = await poll.row(round_id)
    answer = await move(poll, round_id, agree_at=row["agree_at"] + DAY, reason=" ")
    assert (answer.status, answer.json["errors"][0]["field"]) == (422, "reason")
    assert await poll.row(round_id) == row


async def test_those_who_follow_are_told_once(poll: Poll) -> None:
    cast = poll.cast
    for member in (cast.rosa, cast.olga, cast.ada):
        assert (await poll.house.caller(member).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    round_id = await poll.begin(Phase.SHAPE, ideas=())
    await Notice.all().delete()
    row = await poll.row(round_id)
    await move(poll, round_id, vote_at=row["vote_at"] + DAY)
    told = await Notice.all().values("person_id", "path")
    assert {each["person_id"] for each in told} == {cast.rosa.id, cast.olga.id}
    assert len(told) == 2
    assert (await poll.house.caller(cast.rosa).delete(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    await move(poll, round_id, vote_at=row["vote_at"] + 2 * DAY)
    assert await Notice.filter(person_id=cast.rosa.id).count() == 1
    assert await Notice.filter(person_id=cast.olga.id).count() == 2


@pytest.mark.parametrize("member", ["rosa", "gwen", "mo", "nia", "max"])
async def test_others_keep_nothing(poll: Poll, cast: Cast, member: str) -> None:
    round_id = await poll.begin(Phase.GATHER, ideas=())
    row, who = await poll.row(round_id), getattr(cast, member)
    caller = poll.house.caller(who)
    assert (await move(poll, round_id, who, shape_at=row["shape_at"] + DAY)).status == 403
    assert (await caller.patch(f"/rounds/{round_id}", {"title": "Mine"})).status == 403
    assert (await caller.post(f"/rounds/{round_id}/cancel", {"reason": WHY})).status == 403
    assert (await poll.house.page(f"/rounds/{round_id}/manage", who)).status == 403
    assert await poll.row(round_id) == row


async def test_how_it_votes_is_frozen_once_the_vote_opens(poll: Poll) -> None:
    round_id, ada = await poll.begin(Phase.SHAPE), poll.house.caller(poll.cast.ada)
    body = {"title": "Spring", "method": "points", "quorum": 7, "tiers": ["confirmed"]}
    changed = await ada.patch(f"/rounds/{round_id}", body)
    assert changed.status == 200, changed.text
    assert (changed.json["method"], changed.json["quorum"], changed.json["tiers"]) == ("points", 7, ["confirmed"])
    await poll.move_to(round_id, Phase.VOTE)
    before = await poll.row(round_id)
    assert (await ada.patch(f"/rounds/{round_id}", body | {"quorum": 1})).status == 409
    assert await poll.row(round_id) == before


async def test_what_a_client_leaves_out_stays(poll: Poll) -> None:
    """A new name must not let others vote than were to."""
    round_id, ada = await poll.begin(Phase.SHAPE), poll.house.caller(poll.cast.ada)
    kept = {"about": "Of the winter.", "method": "ranking", "advice": "plain", "pick": 2, "places": 1, "quorum": 7}
    assert (await ada.patch(f"/rounds/{round_id}", kept | {"tiers": ["confirmed"], "opinions": True})).status == 200
    before = await poll.row(round_id)
    assert (await ada.patch(f"/rounds/{round_id}", {"title": "Another name"})).status == 200
    after = await poll.row(round_id)
    assert after | {"title": before["title"], "version": before["version"]} == before
    assert (after["title"], after["tiers"], after["opinions"]) == ("Another name", "confirmed", True)
    assert (await ada.patch(f"/rounds/{round_id}", {"quorum": 9})).json["title"] == "Another name"


async def test_a_cancelled_round_says_why_and_keeps_no_ballot(poll: Poll, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await Ballot.create(id="b" * 26, round_id=round_id, mark="m", tier="email", choices="[]")
    await Receipt.create(id="r" * 26, round_id=round_id, mark="m", receipt="r")
    await Voted.create(id="v" * 26, round_id=round_id, voter=poll.cast.rosa.id, how="account", day=clock.now().date())
    ada = poll.house.caller(poll.cast.ada)
    assert (await ada.post(f"/rounds/{round_id}/cancel", {"reason": WHY})).status == 200
    for table in (Ballot, Receipt, Voted, RoundKey):
        assert await table.all().count() == 0
    shown = (await poll.house.caller().get(f"/rounds/{round_id}")).json
    assert (shown["phase"], shown["cancelled"], shown["turnout"]) == ("done", True, None)
    # Who reads “done” in the list as “counted” finds a result.
    assert (await poll.house.caller().get(f"/neighbourhoods/{HOME}/rounds")).json["items"] == []
    assert WHY in (await browser().get(f"/rounds/{round_id}")).text
    assert (await ada.post(f"/rounds/{round_id}/cancel", {"reason": WHY})).status == 409
    assert (await poll.move_to(round_id, Phase.DONE))["phase"] == Phase.CANCELLED


async def test_a_round_whose_vote_is_over_can_t_be_cancelled(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    row = await poll.row(round_id)
    await poll.let_pass(row["agree_at"] - clock.now())
    answer = await poll.house.caller(poll.cast.ada).post(f"/rounds/{round_id}/cancel", {"reason": WHY})
    assert answer.status == 409


async def test_of_a_round_that_has_not_begun_nobody_hears_that_it_was_moved_or_called_off(
    poll: Poll, browser: NewBrowser
) -> None:
    """Its page is there for nobody else, and its name is a plan."""
    ada = poll.house.caller(poll.cast.ada)
    await poll.house.caller(poll.cast.rosa).put(f"/neighbourhoods/{HOME}/rounds/follow")
    planned = (await ada.post(OF_HOME, new_round(title="Secret plans"))).json["id"]
    row = await poll.row(planned)
    assert (await move(poll, planned, vote_at=row["vote_at"] + DAY)).status == 200
    assert (await ada.post(f"/rounds/{planned}/cancel", {"reason": "Ada is away."})).status == 200
    await poll.house.run_jobs()
    assert await Notice.filter(person_id=poll.cast.rosa.id).count() == 0
    assert (await browser(poll.cast.rosa).get(f"/rounds/{planned}")).status == 404
    assert (await poll.house.caller().get(f"/rounds/{planned}")).status == 404
    assert (await poll.house.caller().get(OF_HOME)).json["items"] == []
    for path in (f"/neighbourhoods/{HOME}/priorities", f"/neighbourhoods/{HOME}/calendar"):
        page = (await browser(poll.cast.rosa).get(path)).text
        assert "Secret" not in page
        assert "Ada is away" not in page
    feed = await poll.house.caller().get(f"/neighbourhoods/{HOME}/calendar.ics")
    assert "Secret" not in feed.text
    assert "Ada is away" not in feed.text
    assert feed.text.count("STATUS:CANCELLED") == 4, "who subscribed to its dates sees that none comes"
    assert "Ada is away." in (await browser(poll.cast.ada).get(f"/rounds/{planned}")).text


async def test_a_cancelled_round_has_nothing_to_come(poll: Poll, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.GATHER, ideas=())
    assert "bl-steps__step--coming" in (await browser().get(f"/rounds/{round_id}")).text
    await poll.house.caller(poll.cast.ada).post(f"/rounds/{round_id}/cancel", {"reason": WHY})
    page = (await browser().get(f"/rounds/{round_id}")).text
    assert WHY in page
    assert "bl-steps__step" not in page


async def test_a_form_that_comes_after_its_date_is_told_so(poll: Poll, browser: NewBrowser) -> None:
    """Not that nothing was changed."""
    round_id = await poll.begin(Phase.VOTE)
    row, zone = await poll.row(round_id), poll.house.settings.time_zone
    await poll.move_to(round_id, Phase.AGREE)
    ada = browser(poll.cast.ada)
    await ada.get(f"/rounds/{round_id}/manage")
    later = (row["agree_at"] + DAY).astimezone(zone).strftime("%Y-%m-%dT%H:%M")
    refused = await ada.post(f"/rounds/{round_id}/manage/dates", agree_at=later, reason=WHY)
    assert refused.status == 409
    assert "This date has come already" in refused.text
    assert WHY in refused.text, "what was typed comes back"


async def test_ada_keeps_it_by_form_without_scripts(poll: Poll, browser: NewBrowser, house: House) -> None:
    round_id = await poll.begin(Phase.SHAPE, ideas=())
    ada = browser(poll.cast.ada)
    page = await ada.get(f"/rounds/{round_id}/manage")
    assert page.status == 200
    refused = await ada.post(f"/rounds/{round_id}/manage/dates", vote_at="soon", reason=WHY)
    assert refused.status == 422
    assert WHY in refused.text, "what was typed comes back"
    row = await poll.row(round_id)
    zone = house.settings.time_zone
    later = (row["vote_at"] + DAY).astimezone(zone).strftime("%Y-%m-%dT%H:%M")
    moved = await ada.post(f"/rounds/{round_id}/manage/dates", vote_at=later, later="yes", reason=WHY)
    assert moved.status == 303, moved.text
    assert (await poll.row(round_id))["vote_at"].astimezone(zone).strftime("%Y-%m-%dT%H:%M") == later
    refused = await ada.post(f"/rounds/{round_id}/manage/cancel", why="")
    assert refused.status == 422
    assert (await ada.post(f"/rounds/{round_id}/manage/cancel", why=WHY)).status == 303
    assert (await poll.row(round_id))["phase"] == Phase.CANCELLED


async def test_ada_begins_one_by_form(poll: Poll, browser: NewBrowser) -> None:
    ada = browser(poll.cast.ada)
    page = (await ada.get(f"/rounds/new?neighbourhood={HOME}")).text
    fields = dict(_fields_of(page)) | {"neighbourhood": HOME, "method": "approval", "advice": "plain"}
    refused = await ada.post("/rounds/new", **fields | {"title": "", "about": "Mind the park."})
    assert refused.status == 422
    assert "Mind the park." in refused.text
    made = await ada.post("/rounds/new", **fields | {"title": "Spring priorities"})
    assert made.status == 303, made.text
    again = await ada.post("/rounds/new", **fields | {"title": "Spring priorities"})
    assert again.headers["Location"] == made.headers["Location"], "pressed twice, it is one round"
    row = await poll.row(made.headers["Location"].removeprefix("/rounds/"))
    assert (row["phase"], row["title"], row["advice"]) == (Phase.SCHEDULED, "Spring priorities", "plain")
    assert (await browser(poll.cast.rosa).get(f"/rounds/{row['id']}")).status == 404


def _fields_of(page: str) -> list[tuple[str, str]]:
    """Names and values of a page’s filled fields, but for choices."""
    found = []
    for part in page.split("<input")[1:]:
        tag = part.partition(">")[0]
        name, value = (_attribute(tag, each) for each in ("name", "value"))
        if value and name not in ("csrf_token", "q", "opinions", "method", "advice"):
            found.append((name, value))
    return found


def _attribute(tag: str, name: str) -> str:
    return tag.partition(f' {name}="')[2].partition('"')[0]
