"""What staff are enrolled for, and by whom: all of the force, or neighbourhoods of it."""

from accounts.models import Person, PersonNeighbourhood
from foundation.permissions import Role, Scope
from tests.accounts.browsing import NewBrowser
from tests.accounts.staffing.acts import act, colleague, decide, enrol, entered, nothing_came_of
from tests.cast import Cast


async def test_a_moderator_gets_the_neighbourhoods_that_were_entered(cast: Cast, browser: NewBrowser) -> None:
    new = {"role": "moderator", "rank": "", "number": "", "neighbourhoods": "penarth"}
    await decide(browser(cast.dai), await entered(browser(cast.dee), **new))
    ben = await Person.get(email="ben.cole@example.org")
    assert (ben.role, ben.scope) == ("moderator", Scope.NEIGHBOURHOODS)
    served = await PersonNeighbourhood.filter(person_id=ben.id).values_list("neighbourhood_id", flat=True)
    assert [str(place) for place in served] == ["penarth"]


async def test_an_administrator_of_cathays_enrols_and_confirms_for_cathays_only(
    cast: Cast, browser: NewBrowser
) -> None:
    local = await colleague("Lyn Shaw", Role.ADMINISTRATOR, "cathays", scope=Scope.NEIGHBOURHOODS)
    lyn = browser(local)
    assert (await enrol(lyn)).status == 422, "Penarth is not hers to staff"
    assert (await enrol(lyn, neighbourhoods="cathays", scope="force")).status == 403
    theirs = await entered(browser(cast.dee), neighbourhoods="penarth", email="pat@example.org", number="7003")
    assert (await decide(lyn, theirs)).status == 403
    assert "pat@example.org" not in (await lyn.get("/admin/people")).text
    hers = await entered(lyn, neighbourhoods="cathays")
    assert (await decide(lyn, hers)).status == 403
    assert (await decide(browser(cast.dai), hers)).status == 303
    assert (await lyn.get(f"/admin/people/{cast.nia.id}/suspend")).status == 403
    assert (await lyn.get(f"/admin/people/{cast.ada.id}/suspend")).status == 200
    assert (await lyn.get(f"/admin/people/{cast.dai.id}/suspend")).status == 403


async def test_what_dee_entered_is_not_confirmed_once_she_could_not_enter_it_any_more(
    cast: Cast, browser: NewBrowser
) -> None:
    dee, dai = browser(cast.dee), browser(cast.dai)
    id_ = await entered(dee, role="administrator", scope="force", neighbourhoods="", rank="", number="")
    moved = await act(dai, cast.dee, "move", scope="neighbourhoods", neighbourhoods="cathays")
    assert moved.status == 303
    answer = await decide(dai, id_)
    assert answer.status == 409
    assert "Refuse it, and enter it again" in answer.text
    assert await nothing_came_of(id_)


async def test_administrators_of_cathays_change_nobody_who_serves_the_force_by_now(
    cast: Cast, browser: NewBrowser
) -> None:
    first, second = [browser(await colleague(name, Role.ADMINISTRATOR, "cathays", scope=Scope.NEIGHBOURHOODS))
                     for name in ("Cai Moss", "Cat Moss")]  # fmt: skip
    page = f"/admin/people/{cast.ada.id}/change"
    await first.get(page)
    fields = {"name": "Ada Okafor", "email": "mine@example.com", "rank": "PC", "number": "4127"}
    asked = await first.post(page, **fields)
    id_ = str(asked.headers["Location"]).removeprefix("/admin/enrolments/").partition("?")[0]
    await second.get(f"/admin/enrolments/{id_}")
    assert (await act(browser(cast.dee), cast.ada, "move", scope="force", neighbourhoods="")).status == 303
    assert (await second.post(f"/admin/enrolments/{id_}/confirm")).status == 403
    assert (await Person.get(id=cast.ada.id)).email == "ada@example.org"
