"""A round that comes again is made by itself, two weeks before it begins, once however many processes tick."""

import asyncio
import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation import clock
from foundation.models import AuditEntry
from notices.models import Notice
from priorities.models import Advice, Phase, Round
from priorities.rounds.local_times import from_the_wall, on_the_wall
from priorities.rounds.models import RoundTemplate
from priorities.rounds.plans import DATES
from priorities.rounds.repeating import EVERY, months_later
from priorities.rounds.templates_service import make_rounds
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast
from tests.clients import JSON
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.rounds.test_as_json import OF_HOME, new_round

TEMPLATES = f"/neighbourhoods/{HOME}/round-templates"


async def begun(house: House, cast: Cast, **more: object) -> JSON:
    answer = await house.caller(cast.ada).post(OF_HOME, new_round(**more))
    assert answer.status == 201, answer.text
    made: JSON = answer.json
    return made


async def kept(house: House, cast: Cast) -> list[JSON]:
    answer = await house.caller(cast.ada).get(TEMPLATES)
    assert answer.status == 200, answer.text
    return list(answer.json["items"])


async def test_the_next_quarter_s_round_is_made_once(house: House, cast: Cast, poll: Poll) -> None:
    first = await begun(house, cast, months=3, pick=2, quorum=11, advice="plain", tiers=["confirmed"])
    [template] = await kept(house, cast)
    await make_rounds(house.app)
    assert await Round.all().count() == 1, "its time has not come"
    until = date.fromisoformat(template["next_on"]) - clock.now().date() - timedelta(days=14)
    await poll.let_pass(until + timedelta(days=1))
    await asyncio.gather(*(make_rounds(house.app) for _process in range(4)))
    rounds = await Round.all().order_by("gather_at")
    assert rounds[0].id == first["id"]
    assert len(rounds) == 2
    second = rounds[1]
    assert (second.phase, second.pick, second.quorum) == (Phase.SCHEDULED, 2, 11)
    assert (second.advice, second.tiers) == (Advice.PLAIN, "confirmed")
    assert second.gather_at.astimezone(house.settings.time_zone).date().isoformat() == template["next_on"]
    assert second.title.startswith("Spring priorities, ")
    assert second.title != rounds[0].title
    await poll.let_pass(timedelta(days=2))
    await make_rounds(house.app)
    assert await Round.all().count() == 2


async def test_hours_and_the_day_of_the_month_stay_and_its_officers_are_told(
    house: House, cast: Cast, poll: Poll
) -> None:
    """Also where a month between has no such day, and where proposals are taken for some hours alone."""
    zone, year = house.settings.time_zone, (clock.now() + timedelta(days=40)).year + 1
    hours = ["07:30", "12:00", "09:00", "18:00", "10:15", "09:00", "21:00"]
    dates = {
        name: clock.rfc3339(from_the_wall(datetime.combine(date(year, 1, 31) + days, time.fromisoformat(hour)), zone))
        for name, days, hour in zip(
            DATES, [timedelta(), *(timedelta(7) * week for week in range(6))], hours, strict=True
        )
    }
    await begun(house, cast, months=1, dates=dates)
    for today in (date(year, 2, 15), date(year, 3, 18)):
        await poll.let_pass(from_the_wall(datetime.combine(today, time(12)), zone) - clock.now())
        await make_rounds(house.app)
    rounds = await Round.all().order_by("gather_at")
    begins = [on_the_wall(each.gather_at, zone).date() for each in rounds]
    assert begins == [date(year, 1, 31), months_later(date(year, 1, 31), 1), date(year, 3, 31)]
    for each in rounds:
        assert [on_the_wall(getattr(each, name), zone).strftime("%H:%M") for name in DATES] == hours
        assert on_the_wall(each.shape_at, zone).date() == on_the_wall(each.gather_at, zone).date()
    page = f"/rounds/{rounds[1].id}/manage"
    assert {each.person_id for each in await Notice.filter(path=page)} == {cast.ada.id, cast.huw.id}
    entry = await AuditEntry.get(act="round.begin", subject_id=rounds[1].id)
    assert (entry.actor_id, list(entry.details)) == (None, ["template"])


async def test_a_server_that_was_away_for_a_year_makes_no_rounds_of_the_past(
    house: House, cast: Cast, poll: Poll
) -> None:
    await begun(house, cast, months=3)
    await poll.let_pass(timedelta(days=366))
    for _tick in range(6):
        await make_rounds(house.app)
    made = await Round.exclude(title="Spring priorities")
    assert all(each.shape_at > clock.now() for each in made)
    assert len(made) <= 1


async def test_who_ends_it_has_nothing_begin_any_more(house: House, cast: Cast, poll: Poll) -> None:
    await begun(house, cast, months=3)
    [template] = await kept(house, cast)
    for member in (cast.rosa, cast.mo, cast.nia):
        assert (await house.caller(member).delete(f"/round-templates/{template['id']}")).status == 403
    assert (await house.caller(cast.ada).delete(f"/round-templates/{template['id']}")).status == 204
    assert await kept(house, cast) == []
    await poll.let_pass(timedelta(days=100))
    await make_rounds(house.app)
    assert await Round.all().count() == 1


async def test_lengths_and_vote_are_kept_to_begin_from(house: House, cast: Cast, browser: NewBrowser) -> None:
    await begun(house, cast, keep=True, pick=7, about="Mind the park.")
    [template] = await kept(house, cast)
    assert (template["months"], template["days"]) == (None, [7] * 6)
    ada = browser(cast.ada)
    page = (await ada.get(f"/rounds/new?neighbourhood={HOME}&template={template['id']}")).text
    assert "Mind the park." in page
    assert 'value="7"' in page
    assert "Spring priorities" in (await ada.get(f"/neighbourhoods/{HOME}/round-templates")).text
    ended = await ada.post(f"/round-templates/{template['id']}/end", back=TEMPLATES)
    assert (ended.status, ended.headers["Location"]) == (303, TEMPLATES)
    assert (await ada.get(f"/rounds/new?neighbourhood={HOME}&template={template['id']}")).status == 404


async def test_the_whole_force_s_are_its_administrators(house: House, cast: Cast, browser: NewBrowser) -> None:
    refused = await house.caller(cast.ada).post(OF_HOME, new_round(keep=True, force_wide=True))
    assert refused.status == 403
    assert await Round.all().count() == 0
    of_all = new_round(keep=True, force_wide=True, advice="plain", tiers=["postcode", "confirmed"])
    answer = await house.caller(cast.dee).post(OF_HOME, of_all)
    assert answer.status == 201, answer.text
    [template] = await kept(house, cast)
    assert template["neighbourhood"] is None
    page = (await browser(cast.ada).get(f"/rounds/new?neighbourhood={HOME}&template={template['id']}")).text
    ticked = re.findall(r'<input[^>]* name="(advice|tier-\w+)"[^>]* value="(\w+)"[^>]* checked', page)
    assert ticked == [("advice", "plain"), ("tier-postcode", "yes"), ("tier-confirmed", "yes")]
    assert (await house.caller(cast.ada).delete(f"/round-templates/{template['id']}")).status == 403
    assert await RoundTemplate.filter(ended_at=None).count() == 1
    assert (await house.caller(cast.dee).delete(f"/round-templates/{template['id']}")).status == 204


@pytest.mark.parametrize("months", [5, 0, 1000])
async def test_it_comes_again_after_some_months(house: House, cast: Cast, months: int) -> None:
    answer = await house.caller(cast.ada).post(OF_HOME, new_round(months=months, keep=True))
    assert (answer.status == 201) == (months == 0), answer.text


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from(EVERY))
def test_some_months_later_is_that_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or later.day >= 28
