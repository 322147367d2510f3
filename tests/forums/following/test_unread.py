"""The list of what somebody has not read, and their place in a topic."""

from datetime import timedelta

from accounts.models import Person
from forums.places.service import staff_forum
from foundation import clock
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.following.acts import follow, read, unread
from tests.forums.talk import Talk
from tests.house import House

_LINE = 'class="forum-new" id="new"'


async def test_rosas_list_names_the_first_number_that_she_has_not_read(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    assert await unread(house, cast.rosa) == {}, "her own words are read"
    await talk.reply(cast.amir, topic)
    await talk.reply(cast.amir, topic, "And again")
    assert await unread(house, cast.rosa) == {topic: 2}
    await read(house, cast.rosa, topic, 2)
    assert await unread(house, cast.rosa) == {topic: 3}
    await read(house, cast.rosa, topic, 1)
    assert await unread(house, cast.rosa) == {topic: 3}, "what was read stays read"
    await read(house, cast.rosa, topic, 999)
    assert await unread(house, cast.rosa) == {}
    await talk.reply(cast.amir, topic, "Once more")
    assert await unread(house, cast.rosa) == {topic: 4}, "nobody has read what is not written yet"
    assert await unread(house, cast.amir) == {topic: 1}, "he wrote there, and never looked"
    assert await unread(house, cast.olga) == {}


async def test_who_replies_to_all_that_they_read_has_nothing_unread(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await read(house, cast.amir, topic, 1)
    await talk.reply(cast.amir, topic)
    assert await unread(house, cast.amir) == {}


async def test_what_is_new_in_a_forum_that_olga_follows_is_in_her_list(house: House, cast: Cast, talk: Talk):
    old = (await talk.topic(cast.rosa, "An old one")).topic_id
    forum = (await talk.forum())["id"]
    clock.move(timedelta(minutes=1))
    await follow(house, cast.olga, f"/forums/{forum}")
    assert await unread(house, cast.olga) == {}
    clock.move(timedelta(minutes=1))
    new = (await talk.topic(cast.rosa, "A new one", section="traffic")).topic_id
    assert await unread(house, cast.olga) == {new: 1}
    await talk.reply(cast.amir, old)
    assert list(await unread(house, cast.olga)) == [old, new], "the latest activity first"
    assert (await house.caller(cast.olga).put(f"/forums/{forum}/sections/traffic/watch", {"how": "none"})).status == 204
    assert list(await unread(house, cast.olga)) == [old]
    assert (await house.caller(cast.olga).delete(f"/topics/{old}/watch")).status == 204
    assert await unread(house, cast.olga) == {}


async def test_what_is_new_in_a_section_alone_is_in_her_list(house: House, cast: Cast, talk: Talk):
    await follow(house, cast.olga, f"/forums/{(await talk.forum())['id']}/sections/traffic")
    clock.move(timedelta(minutes=1))
    await talk.topic(cast.rosa, "A lost cat")
    topic = (await talk.topic(cast.rosa, "Cars", section="traffic")).topic_id
    assert await unread(house, cast.olga) == {topic: 1}


async def test_what_is_taken_down_is_in_nobodys_list(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}")
    assert await unread(house, cast.olga) == {topic: 1}
    await talk.flag(cast.gwen, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")
    assert await unread(house, cast.olga) == {}
    assert (await house.caller(cast.olga).put(f"/topics/{topic}/read", {"number": 1})).status == 404


async def test_what_the_staff_say_is_in_the_lists_of_staff_alone(house: House, cast: Cast, talk: Talk):
    forum = await staff_forum("south-wales")
    await follow(house, cast.ada, f"/forums/{forum['id']}")
    await follow(house, cast.ada, f"/forums/{forum['id']}/sections/general")
    clock.move(timedelta(minutes=1))
    topic = (await talk.topic_in(forum, cast.mo, "About our shifts")).topic_id
    await follow(house, cast.ada, f"/topics/{topic}")
    assert await unread(house, cast.ada) == {topic: 1}
    await talk.reply(cast.ada, topic, "I am on")
    await talk.reply(cast.mo, topic, "Good")
    await Person.filter(id=cast.ada.id).update(role="resident", force_id=None)
    assert await unread(house, cast.ada) == {}
    assert (await house.caller(cast.ada).get("/watches")).json == {"places": [], "topics": [], "next": None}


async def test_a_long_list_goes_on_by_its_cursor_and_by_no_other(house: House, cast: Cast, talk: Talk):
    topics = [(await talk.topic(cast.rosa, f"Lamp {number} is dark")).topic_id for number in range(7)]
    for topic in topics:
        await talk.reply(cast.amir, topic)
    seen: list[str] = []
    cursor: str | None = ""
    for _page in range(3):
        answer = (await house.caller(cast.rosa).get(f"/unread?limit=3{cursor and '&cursor=' + cursor}")).json
        seen += [topic["id"] for topic in answer["items"]]
        cursor = answer["next"]
    assert seen == topics[::-1]
    assert cursor is None
    rosas = (await house.caller(cast.rosa).get("/unread?limit=3")).json["next"]
    assert (await house.caller(cast.amir).get(f"/unread?cursor={rosas}")).status == 422
    assert (await house.caller(cast.rosa).get("/unread?cursor=o1-2-3")).status == 422


async def test_rosa_reads_everything_at_once_without_scripts(house: House, cast: Cast, talk: Talk, browser: NewBrowser):
    await follow(house, cast.rosa, f"/forums/{(await talk.forum())['id']}")
    clock.move(timedelta(minutes=1))
    for number in range(3):
        await talk.topic(cast.amir, f"Lamp {number} is dark")
    rosa = browser(cast.rosa)
    await rosa.get("/unread")
    assert "Lamp 2 is dark" in rosa.page.text
    await rosa.post("/unread/read")
    await rosa.get("/unread?read")
    assert "Everything is marked as read." in rosa.page.text
    assert "Lamp 2 is dark" not in rosa.page.text
    assert await unread(house, cast.rosa) == {}


async def test_a_topics_page_leads_to_the_first_unread_and_marks_it_read(
    house: House, cast: Cast, talk: Talk, browser: NewBrowser
):
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = await talk.reply(cast.amir, topic)
    rosa = browser(cast.rosa)
    answer = await rosa.get(f"/topics/{topic}?unread")
    assert answer.headers["Location"] == f"/topics/{topic}#r-{reply.id}"
    await rosa.get(f"/topics/{topic}")
    assert _LINE in rosa.page.text
    assert await unread(house, cast.rosa) == {}
    await rosa.get(f"/topics/{topic}")
    assert _LINE not in rosa.page.text


async def test_a_page_that_looks_by_itself_reads_nothing(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic)
    glance = {"X-Glance": "yes", "Accept": "text/html"}
    assert (await house.caller(cast.rosa).send("GET", f"/topics/{topic}", headers=glance)).status == 200
    assert await unread(house, cast.rosa) == {topic: 2}
    assert (await house.page(f"/topics/{topic}", cast.rosa)).status == 200
    assert await unread(house, cast.rosa) == {}
