"""What a round was called does not come back with the next one: out of what it begins from, or what is planned."""

import asyncio
from datetime import date, timedelta

import pytest

from foundation import clock
from notices.models import Notice
from priorities.models import Phase, Round
from priorities.rounds.models import RoundTemplate
from priorities.rounds.templates_service import make_rounds
from tests.cast import HOME, Cast, Member
from tests.clients import JSON
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.rounds.test_as_json import OF_HOME, new_round
from tests.priorities.rounds.test_repeating import begun, kept
from tests.priorities.taking_out.scene import WHY, mark

TITLE, ABOUT = mark("title"), mark("about")


@pytest.fixture
def limits() -> bool:
    return False


async def take_out(house: House, round_id: str, by: Member) -> None:
    body = {"kind": "round", "id": round_id, "reason": WHY}
    answer = await house.caller(by).post(f"/rounds/{round_id}/words/take-out", body)
    assert answer.status == 204, answer.text


async def by_hand(house: House, cast: Cast, template: JSON, **more: object) -> str:
    """Begun from a template, as the form fills it in."""
    row = await RoundTemplate.get(id=template["id"])
    return str((await begun(house, cast, title=row.name, about=row.settings["about"], **more))["id"])


async def test_the_one_that_the_job_has_made_already_publishes_none_of_it(house: House, cast: Cast, poll: Poll) -> None:
    first = await begun(house, cast, months=3, title=TITLE, about=ABOUT)
    assert (await house.caller(cast.amir).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    [template] = await kept(house, cast)
    await poll.let_pass(timedelta(days=(date.fromisoformat(template["next_on"]) - clock.now().date()).days - 13))
    await make_rounds(house.app)
    second = await Round.exclude(id=first["id"]).get()
    assert (second.phase, second.title.startswith(TITLE), second.about) == (Phase.SCHEDULED, True, ABOUT)
    await take_out(house, first["id"], cast.mo)
    there = await Round.get(id=second.id)
    assert (there.title, there.about.startswith("Taken out by moderators on ")) == ("Cathays", True)
    assert there.version > second.version
    assert (await poll.move_to(second.id, Phase.GATHER))["phase"] == Phase.GATHER
    for path in (f"/rounds/{second.id}", f"/neighbourhoods/{HOME}/priorities"):
        assert "quagga" not in (await house.page(path)).text, path
    assert all("quagga" not in str(each) for each in await Notice.all().values())
    [template] = await kept(house, cast)
    await poll.let_pass(timedelta(days=(date.fromisoformat(template["next_on"]) - clock.now().date()).days - 13))
    await make_rounds(house.app)
    assert not [each for each in await Round.all().values("title", "about") if "quagga" in str(each)]
    assert await Round.all().count() == 3


async def test_the_one_that_the_job_makes_at_the_same_moment_has_none_of_it(
    house: House, cast: Cast, poll: Poll
) -> None:
    first = await begun(house, cast, months=3, title=TITLE, about=ABOUT)
    [template] = await kept(house, cast)
    await poll.let_pass(timedelta(days=(date.fromisoformat(template["next_on"]) - clock.now().date()).days - 13))
    await asyncio.gather(make_rounds(house.app), take_out(house, first["id"], cast.mo), make_rounds(house.app))
    assert not [each for each in await Round.all().values("title", "about") if "quagga" in str(each)]
    assert await Round.all().count() == 2


async def test_what_it_was_begun_from_by_hand_loses_it_too(house: House, cast: Cast) -> None:
    await begun(house, cast, keep=True, title=TITLE, about=ABOUT)
    [template] = await kept(house, cast)
    second = await by_hand(house, cast, template)
    await take_out(house, second, cast.mo)
    [template] = await kept(house, cast)
    assert "quagga" not in str(await RoundTemplate.get(id=template["id"]).values())
    assert template["name"] == "Cathays"


async def test_what_is_planned_loses_what_is_the_same_and_nothing_else(house: House, cast: Cast) -> None:
    await begun(house, cast, keep=True, title=TITLE, about=ABOUT)
    [template] = await kept(house, cast)
    first, second, other = [await by_hand(house, cast, template) for _each in range(3)]
    await Round.filter(id__in=[first, second, other]).update(phase=Phase.SCHEDULED)
    await Round.filter(id=second).update(about="Mind the park.")
    await Round.filter(id=other).update(title="Winter priorities", about="Mind the lane.")
    await take_out(house, first, cast.mo)
    rows = {row["id"]: (row["title"], row["about"]) for row in await Round.all().values("id", "title", "about")}
    assert rows[second] == ("Cathays", "Mind the park.")
    assert rows[other] == ("Winter priorities", "Mind the lane.")


async def test_a_template_of_the_force_is_not_named_after_one_neighbourhood(house: House, cast: Cast) -> None:
    body = new_round(keep=True, force_wide=True, title=TITLE, about=ABOUT)
    answer = await house.caller(cast.dee).post(OF_HOME, body)
    assert answer.status == 201, answer.text
    await take_out(house, answer.json["id"], cast.mo)
    assert (await Round.get(id=answer.json["id"])).title == "Cathays"
    [template] = await kept(house, cast)
    assert template["name"].startswith("A round of priorities")
    assert "quagga" not in str(await RoundTemplate.get(id=template["id"]).values())


async def test_mo_takes_words_out_of_one_that_is_planned(house: House, cast: Cast, poll: Poll) -> None:
    planned = await poll.begin(Phase.GATHER, (), title=TITLE, about=ABOUT)
    await Round.filter(id=planned).update(phase=Phase.SCHEDULED, gather_at=clock.now() + timedelta(days=3))
    path = f"/rounds/{planned}/words"
    for who, status in ((None, 401), (cast.rosa, 403), (cast.ada, 403), (cast.nia, 403), (cast.max, 404)):
        assert (await house.caller(who).get(path)).status == status, who
    link, place = f'href="{path}"', f"/neighbourhoods/{HOME}/priorities"
    shown = [link in (await house.page(place, who)).text for who in (cast.mo, cast.rosa, cast.max, None)]
    assert shown == [True, False, False, False]
    page = (await house.page(path, cast.mo)).text
    assert TITLE in page
    assert f'href="/rounds/{planned}"' not in page, "its other pages are its staff’s"
    assert f'href="/rounds/{planned}"' in (await house.page(path, cast.dee)).text
    await take_out(house, planned, cast.mo)
    assert "quagga" not in (await house.page(f"/rounds/{planned}", cast.ada)).text
    assert (await house.page(f"/rounds/{planned}", cast.mo)).status == 404
