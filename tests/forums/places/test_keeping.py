"""Administrators keep the sections of their force's forums."""

import re
from contextlib import suppress

import pytest

from accounts.models import Person
from forums.places.keeping.policy import check_keeps
from forums.places.keeping.section_drafts import TAKEN
from forums.places.keeping.service import MOST
from forums.places.models import Section
from forums.places.service import forum_of_neighbourhood, section_named, sections_of
from foundation.errors import NotAllowed
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.cast import ELSEWHERE, HOME, Cast
from tests.clients import JSON
from tests.forums.places.rows import add_topic
from tests.house import House
from tests.test_doors import REGISTERED

NEW = "/admin/sections/new"
LOCAL = f"/neighbourhoods/{HOME}/forum"
_VALUE = re.compile(r'name="(\w+)"[^>]* value="([^"]*)"')


def _filled(**given: str) -> dict[str, str]:
    return {
        "kind": "neighbourhood",
        "name": "Parks",
        "who_posts": "email",
        "who_replies": "email",
        "mode": "forum",
        **given,
    }


async def _slugs(neighbourhood: str = HOME) -> list[str]:
    return [section["slug"] for section in await sections_of(await forum_of_neighbourhood(neighbourhood))]


async def _section(slug: str) -> JSON:
    return await section_named(await forum_of_neighbourhood(HOME), slug)


async def test_dee_adds_a_section_and_every_neighbourhood_has_it(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get(NEW)
    saved = await dee.post(NEW, **_filled(name_cy="Parciau", about="Gates and benches", guests="yes", mode="slow"))
    assert (saved.status, saved.headers["Location"]) == (303, "/admin/sections?done=added#neighbourhood")
    for place in (HOME, ELSEWHERE):
        page = (await house.page(f"/neighbourhoods/{place}/forum")).text
        assert f'href="/neighbourhoods/{place}/forum/parks">Parks</a>' in page
    section = await _section("parks")
    assert (section["guests"], section["mode"], section["slow_seconds"], section["name_cy"]) == (
        True,
        "slow",
        60,
        "Parciau",
    )
    [entry] = await AuditEntry.filter(act="section.add")
    assert (entry.actor_id, entry.subject_id) == (cast.dee.id, section["id"])


@pytest.mark.parametrize("name", ["rosa", "gwen", "ada", "mo", "max", None])
async def test_nobody_else_keeps_sections(house: House, cast: Cast, browser: NewBrowser, name: str | None) -> None:
    section = await _section("traffic")
    somebody = browser(getattr(cast, name) if name else None)
    for path in ("/admin/sections", NEW, f"/admin/sections/{section['id']}"):
        await somebody.get("/rules")
        refused = [await somebody.get(path), await somebody.post(path, **_filled(version="1"))]
        assert all(answer.status in (303, 401, 403, 405) for answer in refused), path
    for act in ("up", "archive"):
        await somebody.get("/rules")
        answer = await somebody.post(f"/admin/sections/{section['id']}/{act}")
        assert (answer.status in (303, 401, 403), "done=" in answer.headers.get("Location", "")) == (True, False)
    assert await _section("traffic") == section


def test_only_an_administrator_of_the_whole_force_keeps_its_sections() -> None:
    keeping = set()
    for name, member in vars(Cast()).items():
        with suppress(NotAllowed):
            check_keeps(member.viewer)
            keeping.add(name)
    assert keeping == {"dee", "dai"}


async def test_an_administrator_of_some_neighbourhoods_does_not_keep_those_of_all(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await Person.filter(id=cast.dai.id).update(scope="neighbourhoods")
    assert (await browser(cast.dai).get("/admin/sections")).status == 403


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"about": "x" * 201}, "about"),
        ({"who_posts": "nobody"}, "who_posts"),
        ({"mode": "loud"}, "mode"),
        ({"mode": "slow", "slow_seconds": "0"}, "slow_seconds"),
        ({"mode": "slow", "slow_seconds": "many"}, "slow_seconds"),
        ({"who_posts": "staff", "who_replies": "staff", "guests": "yes"}, "guests"),
    ],
    ids=str,
)
async def test_what_is_wrong_is_named_and_what_was_typed_is_there(
    house: House, cast: Cast, browser: NewBrowser, given: dict[str, str], wrong: str
) -> None:
    dee = browser(cast.dee)
    await dee.get(NEW)
    answer = await dee.post(NEW, **_filled(about_cy="Giatiau", **given))
    assert (answer.status, f'href="#{wrong}"' in answer.text) == (422, True)
    assert 'value="Giatiau"' in answer.text
    assert await Section.filter(about_cy="Giatiau").count() == 0


async def test_dai_is_shown_what_dee_changed_meanwhile(house: House, cast: Cast, browser: NewBrowser) -> None:
    path = f"/admin/sections/{(await _section('traffic'))['id']}"
    dee, dai = browser(cast.dee), browser(cast.dai)
    await dai.get(path)
    await dee.get(path)
    assert (await dee.post(path, **_filled(name="Roads", version="1"))).status == 303
    refused = await dai.post(path, **_filled(name="Wheels", version="1"))
    assert refused.status == 409
    assert "<strong>Roads</strong>" in refused.text
    given = dict(_VALUE.findall(refused.text))
    assert given["name"] == "Wheels"
    assert (await dai.post(path, **_filled(name="Wheels", version=given["version"]))).status == 303
    section = await _section("traffic")
    assert (section["name"], section["slug"], section["version"]) == ("Wheels", "traffic", 3)


async def test_sections_change_places(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee, before = browser(cast.dee), await _slugs()
    await dee.get("/admin/sections")
    for slug, act in ((before[1], "up"), (before[0], "up"), (before[-1], "down"), (before[2], "up")):
        assert (await dee.post(f"/admin/sections/{(await _section(slug))['id']}/{act}")).status == 303
    # The second first, then the first before it again; the last has nothing after it; the third before the second.
    assert await _slugs() == [before[0], before[2], before[1], *before[3:]]


async def test_an_archived_section_is_read_and_offered_no_more(house: House, cast: Cast, browser: NewBrowser) -> None:
    forum, section = await forum_of_neighbourhood(HOME), await _section("events")
    await add_topic(forum, cast.rosa, "The fair", "events")
    dee = browser(cast.dee)
    await dee.get("/admin/sections")
    assert (await dee.post(f"/admin/sections/{section['id']}/archive")).status == 303
    page = (await house.page(f"{LOCAL}/events", cast.rosa)).text
    assert "The fair" in page
    assert "takes no new topics any more" in page
    assert "/topics/new" not in page
    assert "/forum/events" not in (await house.page(LOCAL)).text
    assert (await dee.post(f"/admin/sections/{section['id']}/restore")).status == 303
    assert "events" in await _slugs()


async def test_the_section_of_whoever_names_none_stays(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get("/admin/sections")
    answer = await dee.post(f"/admin/sections/{(await _section('general'))['id']}/archive")
    assert (answer.status, "This section stays" in answer.text) == (409, True)
    assert "general" in await _slugs()


async def test_there_are_never_too_many(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get(NEW)
    answers = [(await dee.post(NEW, **_filled(name=f"Street {number}"))).status for number in range(MOST - 5)]
    assert (answers[:-1].count(303), answers[-1]) == (MOST - 6, 409)


async def test_sections_of_one_name_have_addresses_of_their_own(house: House, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get(NEW)
    for name in ("Parks", "parks!", "Pârks", "Export", "💡"):
        assert (await dee.post(NEW, **_filled(name=name))).status == 303
    assert (await _slugs())[6:] == ["parks", "parks-2", "parks-3", "export-2", "section"]


def test_no_section_takes_the_address_of_another_page() -> None:
    """What stands beneath a forum's address, or a neighbourhood's forum, is known to whoever names sections."""
    beneath = re.compile(r"/(?:forums/{\w+}|neighbourhoods/{\w+}/forum)/([^/{}]+)")
    words = {found[1] for route in REGISTERED if (found := beneath.fullmatch(route.path))}
    assert words - TAKEN == set()


async def test_mo_slows_a_forum_down_and_ada_may_not(house: House, cast: Cast, browser: NewBrowser) -> None:
    forum = await forum_of_neighbourhood(HOME)
    path = f"/forums/{forum['id']}/mode"
    mo, ada, max_ = browser(cast.mo), browser(cast.ada), browser(cast.max)
    await mo.get(path)
    wrong = await mo.post(path, mode="slow", slow_seconds="100000", reason="Heated")
    assert (wrong.status, 'value="Heated"' in wrong.text) == (422, True)
    saved = await mo.post(path, mode="slow", slow_seconds="120", reason="Heated")
    assert (saved.status, saved.headers["Location"]) == (303, LOCAL)
    assert "waits a while between two posts" in (await house.page(LOCAL)).text
    [entry] = await AuditEntry.filter(act="forum.mode")
    assert (entry.reason, entry.details) == ("Heated", {"mode": "slow", "seconds": 120})
    for other in (ada, max_):
        await other.get("/rules")
        assert (await other.get(path)).status == 403
        await other.get("/rules")
        assert (await other.post(path, mode="open")).status == 403
    assert (await forum_of_neighbourhood(HOME))["mode"] == "slow"


async def test_the_way_there_is_shown_to_who_may_go_it(house: House, cast: Cast) -> None:
    for member, keeps, sets in ((cast.dee, True, True), (cast.mo, False, True), (cast.ada, False, False)):
        page = (await house.page(LOCAL, member)).text
        assert ('href="/admin/sections"' in page, "/mode" in page) == (keeps, sets)
