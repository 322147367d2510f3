"""Who somebody is follows the record as it is now, on old messages too."""

from accounts.models import OfficerRecord
from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_gwens_new_name_reaches_the_room_and_her_old_words(room: Room, cast: Cast):
    gwen, rosa = await room.enter(cast.gwen), await room.enter(cast.rosa)
    await gwen.say("Good evening")
    assert (await room.house.caller(cast.gwen).patch("/me", {"name": "Gwenllian"})).status == 200
    told = await rosa.live.wait("person_changed", room=room.id)
    shown = {"id": cast.gwen.id, "name": "Gwenllian", "role": "guest", "officer": None, "partner": None}
    assert told["person"] == shown | {"avatar": told["person"]["avatar"]}
    assert (await room.log())[-1]["data"]["author"] == told["person"]


async def test_a_badge_that_is_taken_away_is_gone_from_old_words(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    await ada.say("Good evening")
    assert (await room.log())[-1]["data"]["author"]["officer"], "there must be a badge to take away"
    await OfficerRecord.filter(person_id=cast.ada.id).update(confirmed_at=None)
    assert (await room.log())[-1]["data"]["author"]["officer"] is None
    assert await ada.refused("set_mode", mode="locked") == "not_allowed"
