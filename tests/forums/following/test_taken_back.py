"""What people were told of words that were taken down is taken back, of all of them, and their mark follows live."""

from forums.models import Reply
from notices.models import Notice
from tests.cast import Cast
from tests.forums.following.acts import told
from tests.forums.talk import Talk

MANY = 53


async def test_with_a_long_topic_goes_what_everybody_was_told_who_was_spoken_to_in_it(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    other = await talk.topic(cast.rosa, "Bins", "They were not emptied")
    first = await talk.reply(cast.amir, topic.topic_id)
    for number in range(MANY):
        await talk.reply(cast.olga, topic.topic_id, f"Yes, {number}", reply_to=first.id)
    await talk.reply(cast.olga, topic.topic_id, "@Ada Okafor, do you know?")
    stays = await talk.reply(cast.amir, other.topic_id, "@Rosa Jones, mine neither")
    await told(talk.house, cast.amir)
    assert await Notice.filter(person_id=cast.amir.id).count() == MANY + 1, "and one of the topic, which he follows"
    await talk.flag(cast.nia, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "hide")
    left = {notice.path for notice in await Notice.filter(kind__in=("mention", "topic_reply"))}
    assert left == {f"/topics/{other.topic_id}/replies/{stays.id}"}


async def test_the_mark_of_who_was_told_follows_when_it_is_taken_down(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    first = await talk.reply(cast.amir, topic.topic_id)
    again = await talk.reply(cast.rosa, topic.topic_id, "Thank you", reply_to=first.id)
    await told(talk.house, cast.amir)
    live = await talk.house.live(cast.amir)
    await talk.flag(cast.olga, "reply", again.id)
    await talk.decide(cast.mo, again.id, "hide")
    await live.wait("noticed", unread=0)


async def test_and_when_its_author_takes_it_back(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    first = await talk.reply(cast.amir, topic.topic_id)
    answers = [await talk.reply(cast.olga, topic.topic_id, f"Yes {each}", reply_to=first.id) for each in range(2)]
    await told(talk.house, cast.amir)
    live = await talk.house.live(cast.amir)
    unread = await Notice.filter(person_id=cast.amir.id, read_at=None).count()
    assert (await talk.house.caller(cast.olga).delete(f"/replies/{answers[0].id}")).status == 204
    await live.wait("noticed", unread=unread - 1)
    assert await Reply.filter(id=answers[1].id, state="published").exists()


async def test_nobody_s_mark_is_told_anew_who_had_read_it_or_heard_nothing(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.amir, topic.topic_id)
    await told(talk.house, cast.rosa)
    lives = [await talk.house.live(who) for who in (cast.olga, cast.nia)]
    await talk.flag(cast.dai, "reply", reply.id)
    await talk.decide(cast.mo, reply.id, "hide")
    for live in lives:
        await live.quiet()
        assert live.of("noticed") == []
