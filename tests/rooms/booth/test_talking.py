"""Two people alone: what they can do, and how it ends."""

from datetime import timedelta
from uuid import uuid4

from foundation import clock
from tests.cast import Cast
from tests.rooms.booth.conftest import ADULT, SECRET, Talk, begin
from tests.rooms_from_outside import Room


async def test_rosa_and_ada_read_each_other_live(talk: Talk):
    await talk.ada.say("I am listening. Is it safe to write now?")
    await talk.rosa.hear("message_posted", body="I am listening. Is it safe to write now?")
    assert [host["name"] for host in talk.rosa.entered["room"]["hosts"]] == ["Ada Okafor"]


async def test_personal_details_are_not_held_and_nobody_is_asked_to_mend_them(talk: Talk):
    said = await talk.rosa.say("Ring me on 07700 900123, or his name is Dave Smith, 12 High Street")
    assert said["status"] == "published"


async def test_an_emergency_is_answered_with_999_and_read_at_once(talk: Talk):
    said = await talk.rosa.say("He has a knife and is breaking the door down now")
    assert (said["status"], said["notice"]) == ("published", "emergency")


async def test_own_words_are_changed_and_taken_back(talk: Talk):
    said = await talk.rosa.say("The code is 1234")
    await talk.rosa.ok("edit_message", id=said["id"], body="The code is gone")
    await talk.ada.hear("message_edited", body="The code is gone")
    await talk.rosa.ok("withdraw_message", id=said["id"])
    await talk.ada.hear("message_withdrawn", id=said["id"])


async def test_nobody_takes_rosas_words_down(talk: Talk):
    said = await talk.rosa.say("You did nothing last time")
    assert await talk.ada.refused("hide_message", id=said["id"], reason="No") == "not_found"
    assert await talk.ada.refused("set_mode", mode="locked") == "not_found"


async def test_rosa_ends_it_at_any_time(talk: Talk, cast: Cast):
    await talk.rosa.ok("close_booth")
    await talk.ada.hear("booth_closed")
    assert await talk.ada.refused("send_message", client_id=str(uuid4()), body="Wait") == "closed"
    rosa = await talk.surgery.enter(cast.rosa)
    assert rosa.entered["ticket"] is None
    await rosa.ok("take_ticket", age=ADULT)


async def test_the_sign_on_the_door_says_when_ada_is_back(talk: Talk, cast: Cast):
    amir = await talk.surgery.enter(cast.amir)
    await talk.ada.ok("close_booth")
    await amir.live.wait("door_changed", room=talk.surgery.id, state="open")


async def test_ada_ends_it_and_what_was_said_is_not_on_rosas_page_any_more(talk: Talk, cast: Cast):
    await talk.ada.ok("close_booth")
    page = await talk.house.page(f"/booths/{talk.id}", cast.rosa)
    assert page.status == 404
    assert SECRET in (await talk.house.page(f"/booths/{talk.id}", cast.ada)).text


async def test_rosa_asks_for_it_again_and_reads_it(talk: Talk, cast: Cast, browser):
    await talk.ada.ok("close_booth")
    rosa, amir = browser(cast.rosa), browser(cast.amir)
    assert (await rosa.get("/booths")).text == (await rosa.get("/booths")).text
    back = await rosa.post("/booths")
    assert back.headers["Location"] == f"/booths/{talk.id}"
    assert SECRET in (await rosa.get(f"/booths/{talk.id}")).text
    await amir.get("/booths")
    assert (await amir.post("/booths")).headers["Location"] == "/booths?none"


async def test_a_second_officer_comes_in_and_rosa_sees_who(talk: Talk, cast: Cast):
    assert await talk.ada.refused("call_in", person=cast.nia.id) == "not_found"
    await talk.ada.ok("call_in", person=cast.huw.id)
    joined = await talk.rosa.hear("officer_joined")
    assert joined["data"]["officer"]["name"] == "Huw Hughes"
    huw = await talk.room.enter(cast.huw)
    await huw.say("Hello Rosa")
    page = (await talk.house.page(f"/booths/{talk.id}", cast.rosa)).text
    assert "Huw Hughes" in page


async def test_an_officer_who_stepped_out_reads_no_more(talk: Talk, cast: Cast, browser):
    await talk.ada.ok("call_in", person=cast.huw.id)
    huw = await talk.room.enter(cast.huw)
    ada = browser(cast.ada)
    await ada.get(f"/booths/{talk.id}")
    assert (await ada.post(f"/booths/{talk.id}/step-out")).status == 303
    await talk.rosa.hear("officer_left")
    await huw.say("Now between us")
    await talk.ada.live.quiet()
    assert "Now between us" not in str(talk.ada.live.heard)
    assert (await talk.house.page(f"/booths/{talk.id}", cast.ada)).status == 404
    assert await talk.ada.refused("catch_up", after=0) == "not_found"


async def test_what_nobody_ended_is_ended_by_the_clock(talk: Talk):
    clock.move(timedelta(hours=13))
    await talk.house.run_jobs()
    await talk.ada.hear("booth_closed")


async def test_rosa_does_it_all_by_forms(room: Room, cast: Cast, browser):
    rosa, ada = browser(cast.rosa), browser(cast.ada)
    await rosa.get(f"/surgeries/{room.id}")
    assert (await rosa.post(f"/surgeries/{room.id}/queue")).status == 422, "she has to say how old she is"
    taken = await rosa.post(f"/surgeries/{room.id}/queue", age=ADULT, about="Something at home")
    assert taken.headers["Location"] == f"/surgeries/{room.id}/queue"
    assert '<meta http-equiv="refresh"' in (await rosa.get(f"/surgeries/{room.id}/queue")).text
    await ada.get(f"/surgeries/{room.id}")
    assert "Something at home" in ada.page.text
    await ada.post(f"/surgeries/{room.id}/queue/call")
    assert "It is your turn" in (await rosa.get(f"/surgeries/{room.id}/queue")).text
    booth = (await rosa.post(f"/surgeries/{room.id}/queue/answer")).headers["Location"]
    await rosa.get(booth)
    said = await rosa.post(f"{booth}/messages", body=SECRET)
    assert said.status == 303
    message = said.headers["Location"].partition("#m-")[2]
    await rosa.get(f"{booth}/messages/{message}/edit")
    assert (await rosa.post(f"{booth}/messages/{message}/edit", body="Changed")).status == 303
    assert "Changed" in (await ada.get(booth)).text
    assert "Something at home" in ada.page.text
    assert (await ada.post(f"{booth}/officers", person=cast.huw.id)).status == 303
    await rosa.get(booth)
    assert (await rosa.post(f"{booth}/close")).headers["Location"] == "/surgeries"


async def test_amir_whispers_and_is_counted_nowhere(room: Room, cast: Cast, browser):
    ada, amir = await room.enter(cast.ada), browser(cast.amir)
    await amir.get(f"/surgeries/{room.id}")
    booth = (await amir.post(f"/surgeries/{room.id}/whisper", age=ADULT)).headers["Location"]
    whispering = await Room(room.house, {"id": booth.rpartition("/")[2]}, cast.ada).enter(cast.amir)
    await whispering.say("The red door, number four")
    await ada.live.wait("queue_details", room=room.id)
    assert "Amir Khan" in (await room.house.page(f"/surgeries/{room.id}/queue/panel", cast.ada)).text
    await ada.live.quiet(0.7)
    assert {told["people"] for told in ada.live.of("presence")} == {1}
    again = await amir.post(f"/surgeries/{room.id}/whisper", age=ADULT)
    assert again.headers["Location"] == booth


async def test_the_booths_own_presence_never_counts_who_whispers_in_it(room: Room, cast: Cast, browser):
    amir = browser(cast.amir)
    await amir.get(f"/surgeries/{room.id}")
    booth = (await amir.post(f"/surgeries/{room.id}/whisper", age=ADULT)).headers["Location"]
    inside = Room(room.house, {"id": booth.rpartition("/")[2]}, cast.ada)
    whispering = await inside.enter(cast.amir)
    await whispering.say("The red door, number four")
    ada = await inside.enter(cast.ada)
    await ada.live.wait("presence", room=inside.id)
    await (await inside.enter(cast.amir)).live.close()
    await ada.live.quiet(1.2)
    heard = [told for told in ada.live.of("presence") if told["room"] == inside.id]
    assert {told["people"] for told in heard} == {1}
    assert [officer["name"] for officer in heard[-1]["officers"]] == ["Ada Okafor"]


async def test_amir_comes_in_unseen_and_an_officer_can_not(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    live = await room.house.live(cast.amir)
    await live.ok("enter", room=room.id, after=0, unseen=True)
    await ada.say("Good evening")
    await live.wait_for("message_posted", body="Good evening")
    huw = await room.house.live(cast.huw)
    await huw.ok("enter", room=room.id, after=0, unseen=True)
    await ada.live.wait("presence", people=2)
    assert {told["people"] for told in ada.live.of("presence")} <= {1, 2}


async def test_the_number_of_people_does_not_tell_who_went_in(room: Room, cast: Cast):
    amir = await room.enter(cast.amir)
    await begin(room, cast.rosa, cast.ada)
    await amir.live.wait("presence", people=3)
    for live in list(room.house._lives[1:3]):
        await live.close()  # Rosa's and Ada's pages of the surgery: they are in the booth now
    await amir.live.quiet(1.2)
    assert amir.live.of("presence")[-1]["people"] == 3
