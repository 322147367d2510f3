"""Who is on a panel: officers of the team, and residents who said yes."""

from accounts.models import Person
from foundation.models import AuditEntry
from priorities.agreeing.models import PanelMember
from priorities.models import Phase, Round
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House
from tests.priorities.agreeing.sitting import Sitting, name


async def test_rosa_is_asked_and_sits_once_she_says_yes(sitting: Sitting, browser: NewBrowser, cast: Cast) -> None:
    ada, rosa = browser(cast.ada), browser(cast.rosa)
    found = (await ada.get(f"/rounds/{sitting.round_id}/panel?name=Rosa")).text
    assert cast.rosa.id in found
    await ada.post(f"/rounds/{sitting.round_id}/panel", person=cast.rosa.id)
    assert "Rosa Jones" not in await sitting.page()
    assert "Rosa Jones" in await sitting.page(cast.ada)
    notices = (await rosa.get("/notices")).text
    assert "The police ask whether you will sit on the panel" in notices
    asked = await rosa.get(f"/rounds/{sitting.round_id}/panel")
    assert "Will you sit on this panel?" in asked.text
    await rosa.post(f"/rounds/{sitting.round_id}/panel/accept")
    assert "Rosa Jones" in await sitting.page()
    acts = {row.act for row in await AuditEntry.filter(subject_id=sitting.round_id)}
    assert {"panel.name", "panel.accept"} <= acts


async def test_she_leaves_again(sitting: Sitting, browser: NewBrowser, cast: Cast) -> None:
    await name(sitting, cast.rosa, cast.ada)
    rosa = browser(cast.rosa)
    await rosa.get(f"/rounds/{sitting.round_id}/panel")
    await rosa.post(f"/rounds/{sitting.round_id}/panel/accept")
    assert "Leave the panel" in (await rosa.get(f"/rounds/{sitting.round_id}/panel")).text
    await rosa.post(f"/rounds/{sitting.round_id}/panel/leave")
    assert "Rosa Jones" not in await sitting.page()


async def test_nobody_is_named_who_lives_elsewhere_or_serves_elsewhere(sitting: Sitting, cast: Cast) -> None:
    for member in (cast.olga, cast.nia, cast.gwen, cast.mo, cast.max):
        assert (await name(sitting, member, cast.ada)).status == 422, member.name
    assert await PanelMember.filter(left_at=None).count() == 1


async def test_outsiders_name_nobody(sitting: Sitting, house: House, cast: Cast) -> None:
    for member in (cast.rosa, cast.olga, cast.gwen, cast.mo, cast.nia, cast.max):
        assert (await name(sitting, cast.amir, member)).status == 403, member.name
    assert (await house.caller().put(f"/rounds/{sitting.round_id}/panel/members/{cast.amir.id}")).status == 401
    for member in (cast.rosa, cast.nia):
        path = f"/rounds/{sitting.round_id}/panel/members/{cast.ada.id}"
        assert (await house.caller(member).delete(path)).status == 403


async def test_who_was_not_asked_has_nothing_to_answer(sitting: Sitting, house: House, cast: Cast) -> None:
    assert (await house.caller(cast.amir).post(f"/rounds/{sitting.round_id}/panel/accept")).status == 404
    assert (
        await house.caller(cast.amir).delete(f"/rounds/{sitting.round_id}/panel/members/{cast.amir.id}")
    ).status == 404


async def test_under_16s_are_not_asked(sitting: Sitting, cast: Cast) -> None:
    await Person.filter(id=cast.amir.id).update(age_band="under_16")
    assert (await name(sitting, cast.amir, cast.ada)).status == 422


async def test_being_named_twice_is_being_named_once(sitting: Sitting, house: House, cast: Cast) -> None:
    for _time in range(2):
        assert (await name(sitting, cast.rosa, cast.ada)).status == 204
    told = (await house.caller(cast.rosa).get("/notices")).json["notices"]
    assert sum("sit on the panel" in notice["sentence"] for notice in told) == 1


async def test_once_the_round_acts_nobody_is_named(sitting: Sitting, cast: Cast) -> None:
    await name(sitting, cast.rosa, cast.ada)
    assert (await sitting.agree(0, 1, 2)).status == 200
    await Round.filter(id=sitting.round_id).update(phase=Phase.ACT)
    assert (await name(sitting, cast.amir, cast.ada)).status == 409
    rosa, path = sitting.house.caller(cast.rosa), f"/rounds/{sitting.round_id}/panel"
    assert (await rosa.post(f"{path}/accept")).status == 409
    assert (await rosa.delete(f"{path}/members/{cast.rosa.id}")).status == 204
