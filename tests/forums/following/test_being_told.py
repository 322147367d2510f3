"""Who hears of a reply on their own page: those who follow, once, and nobody of what they may not read."""

import asyncio
from datetime import timedelta

from accounts.models import Person
from forums.following.telling import store as told_store
from forums.following.telling.models import ToTell
from forums.following.telling.teller import TELLER, Teller
from forums.following.watching.models import Watch
from forums.places.service import staff_forum
from foundation import clock
from foundation.ids import new_id
from notices.models import Notice
from tests.cast import Cast
from tests.forums.following.acts import follow, read, told
from tests.forums.talk import Talk
from tests.house import House
from tests.notices.telling import tell


async def test_rosa_hears_of_a_reply_to_her_topic_and_its_author_does_not(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic)
    assert await told(house, cast.rosa) == [("topic_reply", f"/topics/{topic}?unread")]
    assert await told(house, cast.amir) == []
    assert await told(house, cast.olga) == []


async def test_many_replies_are_one_notice_until_rosa_has_read_them(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    for _time in range(3):
        await talk.reply(cast.amir, topic)
    assert len(await told(house, cast.rosa)) == 1
    await read(house, cast.rosa, topic, 4)
    assert (await house.caller(cast.rosa).get("/notices")).json["unread"] == 0
    await talk.reply(cast.amir, topic)
    await told(house, cast.rosa)
    notices = (await house.caller(cast.rosa).get("/notices")).json
    assert (notices["unread"], len(notices["notices"])) == (1, 1)


async def test_rosas_mark_follows_live_when_amir_replies_and_when_she_reads(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = await house.live(cast.rosa)
    await talk.reply(cast.amir, topic)
    await rosa.wait("noticed", unread=1)
    await read(house, cast.rosa, topic, 2)
    await rosa.wait("noticed", unread=0)


async def test_who_is_replied_to_is_told_so_wherever_they_follow(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    first = await talk.reply(cast.amir, topic)
    again = await talk.reply(cast.rosa, topic, "Thank you", reply_to=first.id)
    assert await told(house, cast.amir) == [("mention", f"/topics/{topic}/replies/{again.id}")]


async def test_an_official_answer_is_told_as_such(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    answer = await talk.reply(cast.ada, topic, "We will be there", official=True)
    assert await told(house, cast.rosa) == [("official_answer", f"/topics/{topic}/replies/{answer.id}")]


async def test_who_follows_a_forum_hears_of_topics_and_answers_but_not_of_each_reply(
    house: House, cast: Cast, talk: Talk
):
    await follow(house, cast.olga, f"/forums/{(await talk.forum())['id']}")
    topic = (await talk.topic(cast.rosa)).topic_id
    assert await told(house, cast.olga) == [("topic_reply", f"/topics/{topic}?unread")]
    await read(house, cast.olga, topic, 1)
    await talk.reply(cast.amir, topic)
    assert await told(house, cast.olga) == [("topic_reply", f"/topics/{topic}?unread")]
    assert (await house.caller(cast.olga).get("/notices")).json["unread"] == 0
    await talk.reply(cast.ada, topic, "We will be there", official=True)
    assert [kind for kind, _path in await told(house, cast.olga)] == ["official_answer", "topic_reply"]


async def test_who_follows_a_section_hears_of_its_topics_alone(house: House, cast: Cast, talk: Talk):
    forum = (await talk.forum())["id"]
    await follow(house, cast.olga, f"/forums/{forum}/sections/traffic")
    await talk.topic(cast.rosa, "A lost cat")
    topic = (await talk.topic(cast.rosa, "Cars on the pavement", section="traffic")).topic_id
    assert await told(house, cast.olga) == [("topic_reply", f"/topics/{topic}?unread")]


async def test_who_muted_a_topic_hears_nothing_of_it(house: House, cast: Cast, talk: Talk):
    await follow(house, cast.olga, f"/forums/{(await talk.forum())['id']}")
    topic = (await talk.topic(cast.rosa)).topic_id
    assert len(await told(house, cast.olga)) == 1
    mine = await talk.reply(cast.olga, topic, "Which lamp?")
    assert (await house.caller(cast.olga).delete(f"/topics/{topic}/watch")).status == 204
    await talk.reply(cast.ada, topic, "This one", official=True)
    await talk.reply(cast.rosa, topic, "The one by the gate", reply_to=mine.id)
    await talk.reply(cast.olga, topic, "I see")
    await talk.reply(cast.rosa, topic, "Good")
    assert len(await told(house, cast.olga)) == 1
    assert len(await told(house, cast.amir)) == 0


async def test_who_begins_to_follow_is_not_told_of_what_was_said_before(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await stop_telling(house)
    await talk.reply(cast.amir, topic)
    await follow(house, cast.olga, f"/topics/{topic}")
    assert await ToTell.all().count() == 1, "it must still be to be told for this to mean anything"
    assert await told(house, cast.olga) == []
    assert len(await told(house, cast.rosa)) == 1


async def test_who_has_read_it_on_the_page_is_not_told(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await stop_telling(house)
    await talk.reply(cast.amir, topic)
    await read(house, cast.rosa, topic, 2)
    assert await told(house, cast.rosa) == []


async def test_nobody_is_told_of_what_was_taken_down_before(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await stop_telling(house)
    reply = await talk.reply(cast.amir, topic)
    await talk.flag(cast.olga, "reply", reply.id)
    await talk.decide(cast.mo, reply.id, "hide")
    assert await told(house, cast.rosa) == []
    assert await ToTell.all().count() == 0


async def test_the_notices_of_a_topic_go_with_it(house: House, cast: Cast, talk: Talk):
    await follow(house, cast.olga, f"/forums/{(await talk.forum())['id']}")
    topic = await talk.topic(cast.rosa)
    answer = await talk.reply(cast.ada, topic.topic_id, "We will be there", official=True)
    await talk.reply(cast.amir, topic.topic_id, "Good", reply_to=answer.id)
    assert len(await told(house, cast.olga)) == 2
    assert len(await told(house, cast.ada)) == 1
    await talk.flag(cast.gwen, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "hide")
    assert await told(house, cast.olga) == []
    assert await told(house, cast.ada) == []


async def test_the_staffs_forum_is_told_to_nobody_who_left_the_staff(house: House, cast: Cast, talk: Talk):
    forum = await staff_forum("south-wales")
    await follow(house, cast.ada, f"/forums/{forum['id']}")
    await follow(house, cast.huw, f"/forums/{forum['id']}")
    for outsider in (cast.rosa, cast.max, cast.gwen):
        assert (await house.caller(outsider).put(f"/forums/{forum['id']}/watch")).status == 404
    await Person.filter(id=cast.huw.id).update(role="resident", force_id=None)
    topic = await talk.topic_in(forum, cast.mo)
    assert await told(house, cast.ada) == [("topic_reply", f"/topics/{topic.topic_id}?unread")]
    assert await told(house, cast.huw) == []


async def test_five_hundred_followers_are_told_once_each_by_several_at_once(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await stop_telling(house)
    people = [await _neighbour(number) for number in range(500)]
    await Watch.bulk_create(
        [Watch(id=new_id(), person_id=id_, kind="topic", target_id=topic, since=clock.now()) for id_ in people]
    )
    await talk.reply(cast.amir, topic)
    await asyncio.gather(*(Teller(house.app).tell() for _process in range(4)))
    assert await ToTell.all().count() == 0
    assert await Notice.filter(path=f"/topics/{topic}?unread").count() == 501
    rows = await Notice.filter(person_id__in=people).values("person_id")
    assert sorted(row["person_id"] for row in rows) == sorted(people)


async def test_who_was_away_for_longer_than_their_turn_tells_nobody_again(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    await stop_telling(house)
    await talk.reply(cast.amir, topic)
    [waiting] = await told_store.due(clock.now(), 10)
    asleep = await told_store.claim(waiting, clock.now(), clock.now() + timedelta(minutes=1))
    assert asleep
    assert await told(house, cast.rosa) == [], "it must be another's turn for this to mean anything"
    clock.move(timedelta(minutes=2))
    another = await told_store.claim(waiting, clock.now(), clock.now() + timedelta(minutes=1))
    assert another
    assert (await told_store.advance(another, cast.rosa.id, clock.now()))[0]
    for upto in (None, cast.rosa.id):
        assert await told_store.advance(asleep, upto, clock.now()) == (False, None)


async def stop_telling(house: House) -> None:
    """Have what was said so far told, and what is said from now on wait."""
    await house.app[TELLER].tell()
    await house.app[TELLER].close()


async def _neighbour(number: int) -> str:
    name = f"Neighbour {number}"
    await Person.create(id=(id_ := new_id()), name=name, name_skeleton=name, role="resident", created_at=clock.now())
    return id_


async def test_what_nobody_told_because_the_server_stopped_is_told_after_its_start(
    house: House, cast: Cast, talk: Talk
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await stop_telling(house)
    await talk.reply(cast.amir, topic)
    await house.restart()
    await house.run_jobs()
    assert [kind for kind, _path in await told(house, cast.rosa)] == ["topic_reply"]


async def test_the_page_of_notices_names_the_topic_while_it_may_be_read(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa, "The lamp by the school")).topic_id
    await tell(house, cast.amir, path=f"/topics/{topic}?unread")
    assert "The lamp by the school" in (await house.page("/notices", cast.amir)).text
    await talk.flag(cast.gwen, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")
    assert "The lamp by the school" not in (await house.page("/notices", cast.amir)).text


async def test_who_is_mentioned_is_told_though_they_follow_nothing(house: House, cast: Cast, talk: Talk):
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = await talk.reply(cast.amir, topic, "Can you look at it, @Ada Okafor?")
    assert await told(house, cast.ada) == [("mention", f"/topics/{topic}/replies/{reply.id}")]
    await talk.flag(cast.gwen, "reply", reply.id)
    await talk.decide(cast.mo, reply.id, "hide")
    assert await told(house, cast.ada) == []
