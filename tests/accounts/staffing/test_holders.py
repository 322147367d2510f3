"""The page that says who holds what and since when."""

from accounts.models import Person
from accounts.staffing.search import EACH_PAGE
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Role, Scope
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act, colleague, decide, entered
from tests.cast import Cast


async def test_staff_read_who_holds_what_and_only_administrators_read_addresses(
    cast: Cast, browser: NewBrowser
) -> None:
    await decide(browser(cast.dai), await entered(browser(cast.dee)))
    await entered(browser(cast.dee), email="bea@example.org", name="Bea Cole", number="7002")
    for member in (cast.ada, cast.mo):
        page = (await browser(member).get("/admin/people")).text
        assert "Ben Cole" in page
        assert "Cathays" in page
        assert "@example.org" not in page
        assert "Bea Cole" not in page, "who waits is not on the staff"
        assert 'href="/admin/people/new"' not in page
        shown = await browser(member).get(f"/admin/people/{cast.ada.id}")
        assert shown.status == 200
        assert "@example.org" not in shown.text
        assert "/suspend" not in shown.text
    page = (await browser(cast.dai).get("/admin/people")).text
    assert "ben.cole@example.org" in page
    assert "nothing yet: the link was not used" in page
    assert "Bea Cole" in page
    assert "Max Webb" not in page, "another force's"
    assert "Rosa Jones" not in page
    for member in (cast.rosa, cast.gwen):
        assert (await browser(member).get("/admin/people")).status == 403
        assert (await browser(member).get(f"/admin/people/{cast.ada.id}")).status == 403


async def test_staff_of_another_force_read_their_own(cast: Cast, browser: NewBrowser) -> None:
    page = (await browser(cast.max).get("/admin/people")).text
    assert "Max Webb" in page
    assert "Ada Okafor" not in page
    assert (await browser(cast.max).get(f"/admin/people/{cast.ada.id}")).status == 404
    assert (await browser(cast.dee).get("/admin/people/no-such-person")).status == 404
    assert (await browser(cast.dee).get(f"/admin/people/{cast.ada.id}/promote")).status == 404


async def test_a_force_of_thousands_is_shown_a_page_at_a_time(cast: Cast, browser: NewBrowser) -> None:
    now = clock.now()
    await Person.bulk_create(
        [
            Person(
                id=new_id(), name=f"Pat Many {number:03}", name_skeleton=f"m{number}", role=Role.MODERATOR,
                force_id="south-wales", created_at=now,
            )
            for number in range(120)
        ]
    )  # fmt: skip
    dee = browser(cast.dee)
    first = (await dee.get("/admin/people")).text
    assert first.count('class="bl-card"') == EACH_PAGE
    assert "Page 1 of 3" in first
    assert "Pat Many 119" in (await dee.get("/admin/people?page=3")).text
    found = (await dee.get("/admin/people?name=many+007")).text
    assert found.count('class="bl-card"') == 1
    assert "Pat Many 007" in found
    assert (await dee.get("/admin/people?role=moderator&page=2")).text.count('class="bl-card"') == EACH_PAGE
    for odd in ("page=x", "page=99999", "page=-1", "role=king", "name=%00%25_", "place=%F0%9F%9A%93"):
        assert (await dee.get(f"/admin/people?{odd}")).status == 200, odd


async def test_staff_are_found_by_number_neighbourhood_and_role(cast: Cast, browser: NewBrowser) -> None:
    await colleague("Kit Shaw", Role.MODERATOR, "penarth", scope=Scope.NEIGHBOURHOODS)
    dee = browser(cast.dee)

    async def found(query: str) -> set[str]:
        page = (await dee.get(f"/admin/people?{query}")).text
        names = ("Ada Okafor", "Huw Hughes", "Nia Price", "Mo Evans", "Dai Lewis", "Kit Shaw")
        return {name for name in names if name in page}

    assert await found("name=4127") == {"Ada Okafor"}
    assert await found("name=okafor") == {"Ada Okafor"}
    assert await found("place=penar") == {"Nia Price", "Kit Shaw"}
    assert await found("place=penarth&role=officer") == {"Nia Price"}
    assert await found("place=nowhere") == set()
    await act(dee, cast.ada, "suspend")
    assert await found("suspended") == {"Ada Okafor"}


async def test_the_page_of_a_person_says_what_was_done_and_why(cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await act(dee, cast.ada, "suspend", "An inquiry <b>bold</b>")
    page = (await dee.get(f"/admin/people/{cast.ada.id}")).text
    assert "An inquiry &lt;b&gt;bold&lt;/b&gt;" in page
    assert "Suspended" in page
    assert "An inquiry" not in (await browser(cast.mo).get(f"/admin/people/{cast.ada.id}")).text
