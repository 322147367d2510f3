"""Whose forum is whose, and who finds it."""

import asyncio

import pytest

from forums.places.models import Forum, Section
from forums.places.service import forum_of_force, forum_of_neighbourhood, sections_of, staff_forum
from foundation.permissions import Role
from tests.accounts.browsing import NewBrowser
from tests.cast import ELSEWHERE, HOME, Cast
from tests.forums.places.rows import add_topic
from tests.house import House

LOCAL = f"/neighbourhoods/{HOME}/forum"


async def test_somebody_signed_out_reads_the_forum_of_a_neighbourhood(house: House, cast: Cast) -> None:
    topic = await add_topic(await forum_of_neighbourhood(HOME), cast.rosa, "Who mends the gate?")
    page = await house.page(LOCAL)
    assert page.status == 200
    assert f'href="/topics/{topic}">Who mends the gate?</a>' in page.text
    for slug in ("notices", "traffic", "antisocial-behaviour", "events", "young-people", "general"):
        assert f'href="{LOCAL}/{slug}"' in page.text
    assert 'href="/sign-in?back=/topics/new%3F' in page.text


async def test_every_section_has_its_page_and_feed_however_long_its_address(house: House, cast: Cast) -> None:
    forum = await forum_of_neighbourhood(HOME)
    for section in await sections_of(forum):
        for path in (
            f"{LOCAL}/{section['slug']}",
            f"/api/v1/forums/{forum['id']}/sections/{section['slug']}/feed.atom",
        ):
            assert (await house.page(path)).status == 200, path


@pytest.mark.parametrize(
    "name",
    ["no-such", "x" * 41, "x" * 5000, "%00", "a%20b"],
    ids=["unknown", "longer", "enormous", "nothing", "spaced"],
)
async def test_what_is_no_section_is_not_found(house: House, cast: Cast, name: str) -> None:
    forum = await forum_of_neighbourhood(HOME)
    for path in (f"{LOCAL}/{name}", f"/api/v1/forums/{forum['id']}/sections/{name}/feed.atom"):
        assert (await house.page(path)).status == 404, path


async def test_ten_who_come_first_at_once_make_one_forum(house: House, cast: Cast) -> None:
    pages = await asyncio.gather(*(house.page(LOCAL) for _each in range(10)))
    assert [page.status for page in pages] == [200] * 10
    assert await Forum.filter(neighbourhood_id=HOME).count() == 1
    assert await Section.filter(force_id="south-wales").count() == 6


async def test_a_force_s_neighbourhoods_have_the_same_sections(house: House, cast: Cast) -> None:
    here, there = await forum_of_neighbourhood(HOME), await forum_of_neighbourhood(ELSEWHERE)
    assert here["id"] != there["id"]
    assert await sections_of(here) == await sections_of(there)


@pytest.mark.parametrize("name", ["rosa", "gwen", "max", None])
async def test_nobody_but_the_force_s_staff_finds_their_forum(house: House, cast: Cast, name: str | None) -> None:
    member = getattr(cast, name) if name else None
    assert member is None or not (member.viewer.is_staff and member.force == "south-wales"), "must be an outsider"
    forum = await staff_forum("south-wales")
    topic = await add_topic(forum, cast.ada, "A secret rota", "notices")
    for path in (f"/forums/{forum['id']}", f"/forums/{forum['id']}/notices"):
        assert (await house.page(path, member)).status == 404
    assert (await house.page(f"/forums/{forum['id']}/mode", member)).status in (303, 403, 404)
    for path in (f"/forums/{forum['id']}", f"/forums/{forum['id']}/topics"):
        assert (await house.caller(member).get(path)).status == 404
    for path in ("/forums", "/", LOCAL):
        text = (await house.page(path, member)).text
        assert forum["id"] not in text
        assert topic not in text
    assert forum["id"] not in (await house.caller(member).get("/forums")).text


@pytest.mark.parametrize("name", ["ada", "nia", "mo", "dee"])
async def test_the_force_s_staff_find_their_forum(house: House, cast: Cast, name: str) -> None:
    forum, member = await staff_forum("south-wales"), getattr(cast, name)
    await add_topic(forum, cast.ada, "A secret rota", "notices")
    page = await house.page(f"/forums/{forum['id']}", member)
    assert (page.status, "A secret rota" in page.text) == (200, True)
    assert "A secret rota" in (await house.page("/forums", member)).text


async def test_a_forum_has_one_address(house: House, cast: Cast) -> None:
    local, force = await forum_of_neighbourhood(HOME), await forum_of_force("south-wales")
    [traffic] = [section for section in await sections_of(local) if section["slug"] == "traffic"]
    ways = {
        f"/forums/{local['id']}": LOCAL,
        f"/forums/{local['id']}/traffic": f"{LOCAL}/traffic",
        f"{LOCAL}/{traffic['id']}": f"{LOCAL}/traffic",
    }
    for asked, leads in ways.items():
        answer = await house.page(asked)
        assert (answer.status, answer.headers["Location"]) == (301, leads)
    assert (await house.page(f"/forums/{force['id']}/traffic")).status == 200


@pytest.mark.parametrize("path", ["/neighbourhoods/atlantis/forum", LOCAL + "/gossip", "/forums/0000000000000000"])
async def test_what_is_not_there_is_said_to_be_not_there(house: House, cast: Cast, path: str) -> None:
    assert (await house.page(path)).status == 404


async def test_rosa_finds_her_forum_first_and_any_other_by_postcode_or_name(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await add_topic(await forum_of_neighbourhood(HOME), cast.rosa, "Who mends the gate?")
    rosa = browser(cast.rosa)
    first = (await rosa.get("/forums")).text
    assert first.index("Who mends the gate?") < first.index("South Wales Police") < first.index("Penarth")
    for asked, leads in (("cf10 1aa", HOME), ("penar", ELSEWHERE)):
        found = await rosa.get(f"/forums?q={asked}")
        assert (found.status, found.headers["Location"]) == (303, f"/neighbourhoods/{leads}/forum")
    unknown = await rosa.get("/forums?q=ZE1 0AA")
    assert (unknown.status, 'value="ZE1 0AA"' in unknown.text) == (404, True)
    nowhere = await rosa.get("/forums?q=atlantis")
    assert (nowhere.status, "No neighbourhood is named like “atlantis”" in nowhere.text) == (200, True)


async def test_the_first_page_and_the_neighbourhood_s_show_what_is_talked_about(house: House, cast: Cast) -> None:
    topic = await add_topic(await forum_of_neighbourhood(HOME), cast.rosa, "Who mends the gate?")
    everywhere = await add_topic(await forum_of_force("south-wales"), cast.ada, "A new police station")
    assert f"/topics/{topic}" in (await house.page(f"/neighbourhoods/{HOME}")).text
    assert f"/topics/{topic}" in (await house.page("/", cast.rosa)).text
    signed_out = (await house.page("/")).text
    assert (f"/topics/{everywhere}" in signed_out, f"/topics/{topic}" in signed_out) == (True, False)


async def test_clients_get_a_forum_with_its_sections(house: House, cast: Cast) -> None:
    answer = await house.caller().get(f"/neighbourhoods/{HOME}/forum")
    assert answer.status == 200
    forum = answer.json
    assert (forum["kind"], forum["name"], forum["neighbourhood"], forum["page"]) == (
        "neighbourhood", "Cathays", HOME, LOCAL,
    )  # fmt: skip
    assert forum["sections"][0]["slug"] == "notices"
    assert (await house.caller().get(f"/forums/{forum['id']}")).json == forum
    kinds = [each["kind"] for each in (await house.caller(cast.ada).get("/forums")).json["items"]]
    assert kinds == ["neighbourhood", "force", "staff"]


async def test_names_are_welsh_for_who_reads_welsh(house: House, cast: Cast, browser: NewBrowser) -> None:
    reader = browser()
    await reader.get("/language/cy?back=/")
    page = (await reader.get(LOCAL)).text
    assert "Cathays (Cymraeg)" in page
    assert ">Hysbysiadau</a>" in page


def test_the_cast_is_who_these_tests_take_them_for() -> None:
    cast = Cast()
    assert cast.max.role is Role.MODERATOR
    assert cast.nia.role is Role.OFFICER
    assert HOME not in cast.nia.places
