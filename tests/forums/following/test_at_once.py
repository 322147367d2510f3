"""Mails of single replies, for who chose to get them at once: within a budget, outside quiet hours, with context."""

from datetime import timedelta

from accounts.models import Person
from forums.places.service import staff_forum
from foundation import clock
from tests.cast import Cast
from tests.forums.following.acts import at_local, evening, follow, mails_leave, mails_to, read, text_of
from tests.forums.talk import Talk
from tests.house import House
from tests.running.smtp import Postbox


async def test_olga_gets_a_mail_for_each_reply_where_she_chose_so(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    reply = await talk.reply(cast.amir, topic, "It is still dark")
    await mails_leave(house)
    [mail] = postbox.mails
    assert mail["To"] == cast.olga.email
    assert mail["Subject"] == "New in a topic that you follow"
    assert "“The lamp by the school” (Cathays, General)" in text_of(mail)
    assert "Amir Khan wrote: “It is still dark”\n" in text_of(mail)
    assert f"\nhttp://police.example/topics/{topic}/replies/{reply.id}\n" in text_of(mail)


async def test_no_mail_leaves_of_what_was_taken_down_or_read_meanwhile(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    bad = await talk.reply(cast.amir, topic, "He lives at number five")
    postbox.refusal = "451 Come back later"
    await mails_leave(house)
    await talk.flag(cast.gwen, "reply", bad.id)
    await talk.decide(cast.mo, bad.id, "hide")
    await talk.reply(cast.amir, topic, "I am sorry")
    await mails_leave(house)
    await read(house, cast.olga, topic, 3)
    postbox.refusal = ""
    clock.move(timedelta(minutes=10))
    await mails_leave(house)
    assert mails_to(postbox, cast.olga) == []


async def test_never_more_mails_than_the_budget_and_the_rest_in_the_digest(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    at_local(9)
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    assert (await house.caller(cast.olga).put("/notices/pace", {"mails_a_day": 3})).status == 204
    for number in range(6):
        await talk.reply(cast.amir, topic, f"Night {number} without light")
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 2, "one of three is kept for the digest"
    await evening(house)
    assert len(mails_to(postbox, cast.olga)) == 3
    assert "Night 2" in text_of(mails_to(postbox, cast.olga)[-1])
    await talk.reply(cast.amir, topic, "Night 6 without light")
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 3
    at_local(9)
    await talk.reply(cast.amir, topic, "Night 7 without light")
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 4, "it is another day"


async def test_nothing_leaves_in_quiet_hours(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    quiet = {"quiet_from": 21 * 60, "quiet_to": 7 * 60 + 30}
    assert (await house.caller(cast.olga).put("/notices/pace", quiet)).status == 204
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    at_local(23)
    await talk.reply(cast.amir, topic, "It is still dark")
    await mails_leave(house)
    at_local(7, 29)
    await mails_leave(house)
    assert mails_to(postbox, cast.olga) == []
    at_local(7, 31)
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 1


async def test_the_link_ends_mails_at_once_and_the_digest_tells_it(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    at_local(9)
    topic = (await talk.topic(cast.rosa)).topic_id
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    await talk.reply(cast.amir, topic, "One")
    await mails_leave(house)
    [mail] = mails_to(postbox, cast.olga)
    link = str(mail["List-Unsubscribe"]).strip("<>").removeprefix("http://police.example")
    assert (await house.caller().send("POST", link)).status == 200
    await talk.reply(cast.amir, topic, "Two")
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 1
    await evening(house)
    assert "Two" in text_of(mails_to(postbox, cast.olga)[-1])
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    at_local(9)
    await talk.reply(cast.amir, topic, "Three")
    await mails_leave(house)
    assert len(mails_to(postbox, cast.olga)) == 3, "whoever asks for them again gets them again"


async def test_who_follows_a_forum_at_once_is_mailed_of_topics_and_answers(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    await follow(house, cast.olga, f"/forums/{(await talk.forum())['id']}", "at_once")
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "Chatter")
    await talk.reply(cast.ada, topic, "We will be there", official=True)
    await mails_leave(house)
    texts = "".join(text_of(mail) for mail in mails_to(postbox, cast.olga))
    assert len(mails_to(postbox, cast.olga)) == 2
    assert "Rosa Jones began it" in texts
    assert "PC Ada Okafor answered for the police: “We will be there”" in texts
    assert "Chatter" not in texts


async def test_former_staff_are_not_mailed_what_the_staff_say(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    forum = await staff_forum("south-wales")
    await follow(house, cast.huw, f"/forums/{forum['id']}", "at_once")
    await follow(house, cast.ada, f"/forums/{forum['id']}")
    await talk.topic_in(forum, cast.mo, "About our shifts", "Who is on")
    postbox.refusal = "451 Come back later"
    await evening(house)
    await Person.filter(id__in=[cast.huw.id, cast.ada.id]).update(role="resident", force_id=None)
    postbox.refusal = ""
    clock.move(timedelta(hours=1))
    await mails_leave(house)
    assert mails_to(postbox, cast.huw) == []
    assert mails_to(postbox, cast.ada) == []
