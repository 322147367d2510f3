"""Links by people who are new here wait, but for those of sites that may be linked; disguises are seen through."""

from functools import partial

import pytest

from foundation.database import atomic
from foundation.errors import Invalid
from foundation.models import AuditEntry
from moderation.items.kinds import Kind
from moderation.known.service import approved
from moderation.lists.domains import BUILT_IN, check_domain
from moderation.lists.models import AllowedSite
from moderation.screening import Context, kinds_of, screen
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.rooms_from_outside import Room

HELD = [
    "https://example.com/offer", "http://example.com", "look at www.example.com now", "example.com",
    "go to example.co.uk",
    "example dot com", "example (dot) com", "example[.]com", "hxxp://example.com", "HTTPS://EXAMPLE.COM",
    "https://gov.uk@evil.com/", "https://gov.uk:443@evil.com/login", "https://www.gov.uk.evil.com", "https://notgov.uk",
    "https://evil.com/gov.uk", "https://evil.com?https://gov.uk", "https://evil.com#gov.uk", "https://gоv.uk",
    "https://xn--gv-emc.uk", "https://пример.com", "gov.uk.evil.com", "exаmple.com", "https://gov.uk\\@evil.com",
    "https://police.uk.com",
]  # fmt: skip
FREE = [
    "https://www.gov.uk/report", "https://gov.uk", "see police.uk", "https://www.south-wales.police.uk/a?b=c#d",
    "nhs.uk", "https://111.nhs.uk/", "HTTPS://WWW.GOV.UK", "https://www.gov.uk:443/report",
    "I saw it at 5.30, then nothing.Well", "It was no. 5", "He said so... and left", "3.5 miles", "e.g. the park",
    "St. Mary St., Cardiff",
]  # fmt: skip


NEW = Context(known=False, confirmed=True, allowed_sites=BUILT_IN)


@pytest.mark.parametrize("text", HELD)
def test_a_link_by_somebody_new_waits(text: str) -> None:
    assert screen(text, NEW).held


@pytest.mark.parametrize("text", FREE)
def test_what_is_no_link_or_leads_where_anybody_may_goes_out(text: str) -> None:
    assert not screen(text, NEW).held


@pytest.mark.parametrize("text", HELD)
def test_who_is_known_links_what_they_like(text: str) -> None:
    assert Kind.LINK not in kinds_of(screen(text, Context(known=True, confirmed=True)))


async def _say(room: Room, member: Member, text: str) -> str:
    seat = await room.enter(member)
    said = await seat.say(text, confirm=True)
    await seat.live.close()
    return str(said["status"])


async def test_rosas_link_waits_until_she_is_known(room: Room, cast: Cast) -> None:
    assert await _say(room, cast.rosa, "It is on www.example.com") == "held"
    assert await _say(room, cast.rosa, "It is on www.south-wales.police.uk") == "published"
    await atomic(partial(approved, cast.rosa.id))
    assert await _say(room, cast.rosa, "And here: example.com/more") == "published"


async def test_ada_lets_a_site_be_linked_in_her_room_and_nowhere_else(
    room: Room, cast: Cast, browser: NewBrowser
) -> None:
    beside, ada = await room.beside(), browser(cast.ada)
    path = f"/surgeries/{room.id}/sites"
    await ada.get(path)
    assert (await ada.post(path, domain="https://www.Example.com/news")).status == 303
    assert "example.com" in (await ada.get(path)).text
    assert await _say(room, cast.rosa, "See news.example.com/bench") == "published"
    assert await _say(room, cast.rosa, "See example.com.evil.net") == "held"
    assert await _say(beside, cast.rosa, "See example.com") == "held"
    site = await AllowedSite.get(domain="example.com")
    assert (await ada.post(f"{path}/{site.id}/remove")).status == 303
    assert await _say(room, cast.rosa, "See example.com once more") == "held"
    acts = await AuditEntry.filter(act__startswith="site.").order_by("id").values_list("act", "actor_id", "subject_id")
    assert [tuple(each) for each in acts] == [
        ("site.allow", cast.ada.id, room.id), ("site.disallow", cast.ada.id, room.id)
    ]  # fmt: skip


async def test_mo_lets_a_site_be_linked_in_all_rooms_of_his_force(room: Room, cast: Cast, browser: NewBrowser) -> None:
    mo = browser(cast.mo)
    await mo.get("/moderation/sites")
    assert (await mo.post("/moderation/sites", domain="bücher.example")).status == 303
    assert "bücher.example" in (await mo.get("/moderation/sites?done=allowed")).text
    for text in ("https://bücher.example/a", "https://xn--bcher-kva.example/b"):
        assert await _say(room, cast.rosa, text) == "published"
    again = await mo.post("/moderation/sites", domain="www.bücher.example")
    assert (again.status, "That site is on the list already." in again.text) == (409, True)


@pytest.mark.parametrize(("who", "status"), [("rosa", 403), ("gwen", 403), ("nia", 403), ("max", 403), ("mo", 200)])
async def test_only_the_rooms_staff_keep_its_list(
    room: Room, cast: Cast, browser: NewBrowser, who: str, status: int
) -> None:
    page = browser(getattr(cast, who))
    assert (await page.get(f"/surgeries/{room.id}/sites")).status == status
    if status != 200:
        assert (await page.post(f"/surgeries/{room.id}/sites", domain="example.com")).status == status
        assert not await AllowedSite.all().exists()


async def test_officers_do_not_decide_for_the_whole_force(room: Room, cast: Cast, browser: NewBrowser) -> None:
    assert (await browser(cast.ada).get("/moderation/sites")).status == 403


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("example.org", "example.org"), (" HTTPS://www.Example.org/a?b#c ", "example.org"),
        ("example.org:8080", "example.org"), ("user@example.org", "example.org"),
        ("Bücher.example", "xn--bcher-kva.example"),
        ("sub.example.co.uk.", "sub.example.co.uk"),
    ],
)  # fmt: skip
def test_a_site_is_kept_as_the_network_has_it(typed: str, domain: str) -> None:
    assert check_domain(typed) == domain


@pytest.mark.parametrize(
    "typed", ["", "uk", "co.uk", "com", "10.0.0.1", "http://", "a b.com", "exa_mple.com", "-a.com", "a" * 300 + ".com",
              "http://[::1]/", "github.io", "..", "https://:80"],
)  # fmt: skip
def test_what_is_no_site_of_somebodys_is_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        check_domain(typed)
