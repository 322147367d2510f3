"""A drill takes the way of a real emergency, is marked as none, and nobody but moderators ever meets it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.models import AuditEntry
from foundation.settings import Settings
from moderation.content import fetch_content
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.service import decide
from moderation.drills.models import Drill
from moderation.drills.service import begin_drill
from moderation.drills.timing import time_of_drill
from moderation.items.models import ReviewItem
from moderation.models import RuleHit
from moderation.paging.models import Page
from moderation.paging.service import mark_seen
from moderation.queue.claims_service import claim
from notices.models import Notice
from tests.cast import HOME, Cast
from tests.house import House

FORCE = "south-wales"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, drills=True)


async def drilled(house: House) -> tuple[Drill, ReviewItem]:
    made = await begin_drill(house.app, FORCE)
    drill = await Drill.get(id=made)
    return drill, await ReviewItem.get(id=drill.item_id)


async def told(cast: Cast) -> list[str]:
    return [notice.sentence for notice in await Notice.filter(person_id=cast.mo.id).order_by("id")]


async def test_mo_finds_it_at_the_head_of_the_queue_and_is_called(house: House, cast: Cast) -> None:
    drill, item = await drilled(house)
    assert (item.kind, item.target_type, item.state, item.live) == ("emergency", "drill", "open", True)
    assert item.due_at - item.opened_at == timedelta(minutes=2)
    assert await Page.filter(item_id=item.id, seen_at=None).exists()
    [content] = (await fetch_content(house.app, [("drill", drill.id)])).values()
    assert content.body.startswith("THIS IS A DRILL")
    entry = await AuditEntry.get(act="drill.begin")
    assert (entry.subject_id, entry.details["found_by_rules"], entry.actor_id) == (drill.id, True, None)
    assert entry.details["found_by_model"] is False, "there is none in this house"
    hits = await RuleHit.filter(target_type="drill", target_id=drill.id).values("rule")
    assert "emergency.now" in {hit["rule"] for hit in hits}, "read by the rules as a real one is"


async def test_there_is_one_a_week_however_often_it_is_begun(house: House, cast: Cast) -> None:
    made = await asyncio.gather(*(begin_drill(house.app, FORCE) for _process in range(4)))
    assert len([each for each in made if each]) == 1
    assert await Drill.all().count() == await ReviewItem.all().count() == 1
    clock.move(timedelta(days=7))
    assert await begin_drill(house.app, FORCE) is not None


async def test_a_force_without_moderators_has_none(house: House, cast: Cast) -> None:
    assert await begin_drill(house.app, "nowhere") is None
    assert await Drill.all().count() == 0


@pytest.mark.parametrize("way", ["call", "claim", "decision"])
async def test_the_time_to_a_person_runs_until_the_first_look(house: House, cast: Cast, way: str) -> None:
    drill, item = await drilled(house)
    clock.move(timedelta(seconds=90))
    if way == "call":
        await mark_seen(house.app, cast.mo.viewer, (await Page.get(item_id=item.id)).id)
    elif way == "claim":
        await claim(house.app, cast.mo.viewer, item.id)
    else:
        await decide(house.app, cast.mo.viewer, item.id, Ruling(Action.NONE, reason="A drill", version=item.version))
    clock.move(timedelta(seconds=60))
    await house.run_jobs()
    await drill.refresh_from_db()
    assert drill.seen_by_id == cast.mo.id
    assert drill.seen_at is not None
    assert abs((drill.seen_at - drill.posted_at).total_seconds() - 90) < 5
    assert any("That was this week’s drill. Somebody looked after 1 min 3" in said or "1 min 3" in said
               for said in await told(cast))  # fmt: skip
    page = await house.page("/moderation/drills", cast.mo)
    assert "1 min 3" in page.text
    assert cast.mo.name in page.text


async def test_after_an_hour_without_anybody_it_gives_up_and_says_so(house: House, cast: Cast) -> None:
    drill, item = await drilled(house)
    clock.move(timedelta(minutes=59))
    await house.run_jobs()
    assert (await ReviewItem.get(id=item.id)).state == "open"
    clock.move(timedelta(minutes=2))
    await house.run_jobs()
    await house.run_jobs()
    await drill.refresh_from_db()
    assert drill.given_up_at is not None
    assert (await ReviewItem.get(id=item.id)).state == "closed"
    assert (await told(cast)).count("That was this week’s drill. Nobody looked within an hour.") == 1
    assert "nobody within the hour" in (await house.page("/moderation/drills", cast.mo)).text
    assert await AuditEntry.filter(act="drill.give_up").count() == 1


async def test_what_was_seen_and_not_decided_leaves_the_queue_after_the_hour(house: House, cast: Cast) -> None:
    _drill, item = await drilled(house)
    await claim(house.app, cast.mo.viewer, item.id)
    await house.run_jobs()
    clock.move(timedelta(minutes=61))
    await house.run_jobs()
    assert (await ReviewItem.get(id=item.id)).state == "closed"
    assert await Drill.filter(given_up_at=None).count() == 1


@pytest.mark.parametrize("action", [Action.HIDE, Action.HIDE_AND_WARN, Action.APPROVE, Action.WARN, Action.NONE])
async def test_whatever_mo_decides_is_written_down_and_nothing_shows_it(
    house: House, cast: Cast, action: Action
) -> None:
    _drill, item = await drilled(house)
    ruling = Ruling(action, clause="kind", reason="It was a drill.", version=item.version)
    await decide(house.app, cast.mo.viewer, item.id, ruling)
    assert (await ReviewItem.get(id=item.id)).state == "decided"
    assert (await house.caller().get("/moderation/log")).json["items"] == []
    found = (await house.caller().get("/moderation/report")).json
    assert (found["decisions"], found["posts"], found["held"], found["flags"]) == (0, 0, 0, 0)


async def test_nobody_else_ever_meets_it(house: House, cast: Cast) -> None:
    drill, item = await drilled(house)
    doors = ["/surgeries", "/logs", "/calendar", f"/neighbourhoods/{HOME}", "/moderation/log", "/", "/notices"]
    for member in (None, cast.rosa, cast.ada, cast.max):
        for path in doors:
            text = (await house.page(path, member)).text
            assert drill.id not in text, path
            assert "DRILL" not in text, path
        assert (await house.caller(member).get(f"/surgeries/{drill.id}")).status == 404
        assert (await house.page("/moderation/drills", member)).status in {303, 401, 403} or member is cast.max
    # A moderator of another force reads their own force's drills, of which there was none.
    assert "There was none yet" in (await house.page("/moderation/drills", cast.max)).text
    flag: Any = {"target": {"type": "drill", "id": drill.id}, "reason": "danger"}
    assert (await house.caller(cast.rosa).post("/flags", flag)).status in {404, 422, 400}
    assert item.author_id is None


async def test_it_begins_by_itself_at_its_time_and_not_where_it_is_switched_off(house: House, cast: Cast) -> None:
    zone = house.settings.time_zone
    day = clock.now().astimezone(zone).date() + timedelta(days=7 - clock.now().astimezone(zone).weekday() + 6)
    begins = time_of_drill(house.settings.secret_key, FORCE, day, zone)
    assert begins is not None
    clock.move(begins - clock.now() - timedelta(minutes=2))
    await house.run_jobs()
    assert await Drill.filter(force_id=FORCE).count() == 0
    clock.move(timedelta(minutes=3))
    await house.run_jobs()
    await house.run_jobs()
    assert await Drill.filter(force_id=FORCE).count() == 1


def test_an_operator_can_switch_drills_off() -> None:
    environment = {"BLUELAMP_SECRET_KEY": "x" * 32}
    assert Settings.from_environment(environment).drills is True
    assert Settings.from_environment({**environment, "BLUELAMP_DRILLS": "off"}).drills is False
