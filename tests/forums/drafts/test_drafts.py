"""What one writes is kept for every device, and what two devices wrote is never lost."""

from datetime import timedelta

import pytest

from forums.drafts.models import Draft
from foundation import clock
from foundation.ids import new_id
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.clients import JSON
from tests.forums.talk import Talk
from tests.house import House

SIREN = "Could the siren at the school be tested later in the day?"


@pytest.fixture
def place() -> str:
    return f"reply:{new_id()}"


async def keep(house: House, member: Member, place: str, body: str, version: int = 0, **more: str) -> JSON:
    """Keep words as a device does that knows this version."""
    answer = await house.caller(member).post("/drafts", {"place": place, "body": body, "version": version, **more})
    assert answer.status == 200, answer.text
    return dict(answer.json)


async def drafts_of(house: House, member: Member) -> list[JSON]:
    answer = await house.caller(member).get("/drafts")
    assert answer.status == 200, answer.text
    return list(answer.json["items"])


async def test_rosa_finds_on_her_laptop_what_she_began_on_her_phone(house: House, cast: Cast, place: str):
    kept = await keep(house, cast.rosa, place, SIREN, reply_to=new_id())
    assert kept["other"] is None
    (found,) = await drafts_of(house, cast.rosa)
    assert found == kept["draft"]
    assert (found["place"], found["body"], found["version"]) == (place, SIREN, 1)


async def test_spaces_and_the_odd_character_stay_as_they_were_typed(house: House, cast: Cast, place: str):
    typed = "  two spaces\n\n> and a quote \U0001f6a8 \u202e "
    await keep(house, cast.rosa, place, typed + "\x00")
    assert (await drafts_of(house, cast.rosa))[0]["body"] == typed


async def test_nobody_else_finds_them(house: House, cast: Cast, place: str):
    mine = (await keep(house, cast.rosa, place, SIREN))["draft"]
    for other in (cast.amir, cast.ada, cast.mo, cast.dee):
        assert await drafts_of(house, other) == []
        assert (await house.caller(other).delete(f"/drafts/{mine['id']}")).status == 404
    assert len(await drafts_of(house, cast.rosa)) == 1
    assert (await house.caller().get("/drafts")).status == 401
    assert (await house.caller().post("/drafts", {"place": place, "body": SIREN})).status == 401


async def test_the_later_of_two_devices_wins_and_is_handed_what_the_other_wrote(house: House, cast: Cast, place: str):
    await keep(house, cast.rosa, place, "From the phone")
    laptop = await keep(house, cast.rosa, place, "From the laptop")  # which knows of no draft
    assert laptop["draft"]["body"] == "From the laptop"
    assert laptop["other"]["body"] == "From the phone"
    on = await keep(house, cast.rosa, place, "From the laptop, and on", laptop["draft"]["version"])
    assert on["other"] is None


async def test_the_other_device_hears_that_it_changed(house: House, cast: Cast, place: str):
    phone, amir = await house.live(cast.rosa), await house.live(cast.amir)
    first = (await keep(house, cast.rosa, place, SIREN))["draft"]
    assert await phone.wait("draft_changed", place=place) == {"place": place, "version": first["version"]}
    await house.caller(cast.rosa).delete(f"/drafts/{first['id']}")
    await phone.wait("draft_changed", place=place, version=0)
    await amir.quiet()
    assert amir.of("draft_changed") == []


async def test_emptied_words_are_dropped_but_not_those_that_another_device_wrote(house: House, cast: Cast, place: str):
    await keep(house, cast.rosa, place, "From the phone")
    empty = await keep(house, cast.rosa, place, " \n")  # of a laptop that has not seen the phone's
    assert empty["other"]["body"] == "From the phone"
    assert len(await drafts_of(house, cast.rosa)) == 1
    assert await keep(house, cast.rosa, place, " \n", version=1) == {"draft": None, "other": None}
    assert await drafts_of(house, cast.rosa) == []


@pytest.mark.parametrize(
    "place",
    ["", "reply:", "room:0000000000000000", "reply:../../x", "new:" + "a" * 17, "reply:UPPER"],
    ids=["nothing", "no id", "no place", "a path", "long", "upper"],
)
async def test_no_place_is_no_place_for_a_draft(house: House, cast: Cast, place: str):
    answer = await house.caller(cast.rosa).post("/drafts", {"place": place, "body": SIREN})
    assert answer.status == 422, answer.text
    assert await Draft.all().count() == 0


async def test_of_very_many_the_oldest_go(house: House, cast: Cast):
    for number in range(52):
        await keep(house, cast.rosa, f"reply:{new_id()}", f"Draft {number}")
        clock.move(timedelta(seconds=1))
    bodies = [draft["body"] for draft in await drafts_of(house, cast.rosa)]
    assert (len(bodies), bodies[0], bodies[-1]) == (50, "Draft 51", "Draft 2")


async def test_after_sixty_days_a_draft_is_forgotten(house: House, cast: Cast, place: str):
    await keep(house, cast.rosa, place, SIREN)
    clock.move(timedelta(days=59))
    await house.run_jobs()
    assert await Draft.all().count() == 1
    clock.move(timedelta(days=2))
    await house.run_jobs()
    assert await Draft.all().count() == 0


async def test_a_page_lists_them_and_throws_them_away_without_scripts(
    house: House, cast: Cast, browser: NewBrowser, place: str
):
    draft = (await keep(house, cast.rosa, place, "<b>Bold</b> words", title="About the siren"))["draft"]
    rosa = browser(cast.rosa)
    page = await rosa.get("/drafts")
    assert page.status == 200
    assert "&lt;b&gt;Bold&lt;/b&gt; words" in page.text
    assert f"/topics/{place.partition(':')[2]}?last#reply" in page.text
    assert (await rosa.post(f"/drafts/{draft['id']}/drop")).status == 303
    assert "You have no drafts." in (await rosa.get("/drafts")).text


async def test_a_device_asks_whether_what_it_sent_arrived(talk: Talk, house: House, cast: Cast):
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.rosa, topic.topic_id)
    client_id = (await talk.row(reply.id)).client_id
    asked = f"/drafts/posted?client_id={client_id}"
    assert (await house.page(asked, cast.rosa)).json == {"posted": True}
    assert (await house.page(asked, cast.amir)).json == {"posted": False}
    assert (await house.page("/drafts/posted", cast.rosa)).json == {"posted": False}


async def test_what_was_posted_is_a_draft_no_more(talk: Talk, house: House, cast: Cast):
    topic = await talk.topic(cast.rosa)
    await keep(house, cast.rosa, f"reply:{topic.topic_id}", SIREN)
    await keep(house, cast.rosa, f"new:{(await talk.forum())['id']}", SIREN)
    await talk.reply(cast.rosa, topic.topic_id, SIREN)
    assert [draft["place"][:3] for draft in await drafts_of(house, cast.rosa)] == ["new"]


async def test_the_page_of_a_topic_brings_ones_draft_and_nobody_elses(talk: Talk, house: House, cast: Cast):
    topic = await talk.topic(cast.rosa)
    await keep(house, cast.amir, f"reply:{topic.topic_id}", SIREN)
    assert SIREN in await talk.shown(topic.topic_id, cast.amir)
    assert SIREN not in await talk.shown(topic.topic_id, cast.rosa)
    assert SIREN not in await talk.shown(topic.topic_id)
