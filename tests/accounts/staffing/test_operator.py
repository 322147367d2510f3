"""What whoever runs the server does at its command line."""

from datetime import timedelta

import pytest

from accounts.models import Person
from accounts.staffing.operator_service import create_admin_link, readmit_by_operator, suspend_by_operator
from foundation import clock
from foundation.errors import Conflict, Invalid, NotFound
from foundation.models import AuditEntry
from foundation.permissions import Role
from neighbourhoods.models import Neighbourhood
from neighbourhoods.store import set_edition
from tests.accounts.browsing import NewBrowser
from tests.accounts.coming_in import come_in
from tests.accounts.conftest import PASSWORD
from tests.cast import Cast
from tests.house import House


async def test_the_first_administrator_gets_a_link_for_an_hour(house: House, cast: Cast, browser: NewBrowser) -> None:
    link = await create_admin_link(" Alex.Morgan@example.org ")
    assert link.until - clock.now() <= timedelta(hours=1)
    alex = browser()
    await come_in(alex, link.path, PASSWORD)
    assert "Alex Morgan" in (await alex.get("/account")).text
    page = await alex.get("/admin/people/new")
    assert page.status == 200
    assert page.text.count('name="force"') == 1, "there are two forces, and the first administrator serves neither"
    assert "Ada Okafor" in (await alex.get("/admin/people")).text


async def test_the_first_administrator_serves_the_only_force_that_is_imported_later(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    link = await create_admin_link("alex@example.org")
    await Person.filter(force_id="gwent").delete()
    await Neighbourhood.filter(force_id="gwent").delete()
    await set_edition()
    await come_in(browser(), link.path, PASSWORD)
    assert await Person.filter(email="alex@example.org", force_id="south-wales").exists()


async def test_nobody_else_becomes_administrator_by_the_command_line(database: object, cast: Cast) -> None:
    with pytest.raises(Conflict):
        await create_admin_link("rosa@example.org")
    with pytest.raises(Invalid):
        await create_admin_link("rosa")
    await suspend_by_operator("dee@example.org", "An inquiry")
    with pytest.raises(Conflict):
        await create_admin_link("dee@example.org")


async def test_the_operator_suspends_the_last_administrator_too_and_readmits(database: object, cast: Cast) -> None:
    for email in ("dee@example.org", "DAI@example.org"):
        await suspend_by_operator(email, "An emergency")
    assert not await Person.filter(role=Role.ADMINISTRATOR, suspended_at=None).exists()
    with pytest.raises(Conflict):
        await suspend_by_operator("dee@example.org", "Again")
    assert await readmit_by_operator("dee@example.org", "It is over") == "Dee Rees"
    entry = await AuditEntry.get(act="staff.readmit")
    assert (entry.actor_id, entry.subject_id, entry.reason) == (None, cast.dee.id, "It is over")


async def test_the_operator_is_told_what_can_not_be(database: object, cast: Cast) -> None:
    for stranger in ("rosa@example.org", "nobody@example.org"):
        with pytest.raises(NotFound):
            await suspend_by_operator(stranger, "Because")
    with pytest.raises(Invalid):
        await suspend_by_operator("dee@example.org", " ")
