"""The panel agrees at a surgery, whose page says so."""

from datetime import timedelta

from priorities.models import Phase, Round
from tests.accounts.browsing import NewBrowser
from tests.cast import ELSEWHERE, Cast
from tests.house import House
from tests.priorities.agreeing.sitting import Sitting
from tests.priorities.poll import Poll
from tests.rooms_from_outside import Room, plan


async def test_ada_chooses_it_and_everybody_reads_where(
    sitting: Sitting, scheduled: Room, house: House, browser: NewBrowser, cast: Cast
) -> None:
    ada, room = browser(cast.ada), scheduled.id
    page = await ada.get(f"/rounds/{sitting.round_id}/panel")
    assert f'value="{room}"' in page.text
    await ada.post(f"/rounds/{sitting.round_id}/panel/surgery", surgery=room)
    assert f"/surgeries/{room}" in await sitting.page()
    at_the_room = (await house.page(f"/surgeries/{room}")).text
    assert "The panel agrees on them here." in at_the_room
    assert f"/rounds/{sitting.round_id}/panel" in at_the_room
    await sitting.agree(0, 1, 2)
    assert "The panel agreed on them here." in (await house.page(f"/surgeries/{room}")).text


async def test_one_of_elsewhere_is_none_of_theirs(sitting: Sitting, house: House, cast: Cast) -> None:
    theirs = await house.caller(cast.nia).post("/surgeries", plan(neighbourhood=ELSEWHERE))
    assert theirs.status == 201, theirs.text
    path = f"/rounds/{sitting.round_id}/panel/surgery"
    assert (await house.caller(cast.ada).put(path, {"surgery": theirs.json["id"]})).status == 422
    for member in (cast.rosa, cast.nia, cast.mo):
        assert (await house.caller(member).put(path, {"surgery": None})).status == 403
    assert (await house.caller(cast.ada).put(path, {"surgery": None})).status == 204


async def test_who_is_on_the_panel_hears_that_the_vote_is_over(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await house.caller(cast.ada).put(f"/rounds/{round_id}/panel/members/{cast.huw.id}")
    await house.caller(cast.ada).put(f"/rounds/{round_id}/panel/members/{cast.rosa.id}")
    await poll.move_to(round_id, Phase.AGREE)
    told = {
        member.name: [each["sentence"] for each in (await house.caller(member).get("/notices")).json["notices"]]
        for member in (cast.huw, cast.rosa)
    }
    assert sum("As a member of its panel" in sentence for sentence in told[cast.huw.name]) == 1
    # Who has not said yes is on no panel.
    assert not any("As a member of its panel" in sentence for sentence in told[cast.rosa.name])


async def test_a_panel_that_is_late_is_late_to_everybody(sitting: Sitting) -> None:
    row = await Round.get(id=sitting.round_id)
    await Round.filter(id=row.id).update(phase=Phase.ACT, act_at=row.agree_at + timedelta(minutes=1))
    assert "The panel is late" in await sitting.page()


async def test_nothing_to_vote_on_is_nothing_to_agree_on(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=())
    await poll.move_to(round_id, Phase.AGREE)
    assert "There was nothing to vote on." in (await house.page(f"/rounds/{round_id}/results")).text
    assert (await house.page(f"/rounds/{round_id}/results.svg", cast.ada)).status == 200
    assert "Nobody voted, so the vote advises nothing." in (await house.page(f"/rounds/{round_id}/panel")).text
