"""The one mail of what is new in what somebody follows, read at a real mail server."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from accounts.reach import reach_of
from forums.following.hearing.news import News
from forums.following.mailing import digest_part
from forums.following.mailing.models import ForDigest
from forums.following.telling.teller import TELLER
from forums.places.models import Section
from foundation import clock
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.following.acts import at_local, evening, follow, mails_leave, mails_to, read, text_of
from tests.forums.talk import Talk
from tests.house import House
from tests.running.smtp import Postbox


async def test_rosa_gets_one_mail_grouped_by_topic_with_context_and_links(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    lamp = (await talk.topic(cast.rosa, "The lamp by the school")).topic_id
    cars = (await talk.topic(cast.rosa, "Cars on the pavement", section="traffic")).topic_id
    await talk.reply(cast.amir, lamp, "It is still dark")
    await talk.reply(cast.ada, lamp, "The council mends it on Friday", official=True)
    for number in range(5):
        await talk.reply(cast.olga, cars, f"I counted {number} of them")
    await evening(house)
    [mail] = mails_to(postbox, cast.rosa)
    assert mail["Subject"] == "2 things are new in what you follow"
    text = text_of(mail)
    assert "“The lamp by the school” (Cathays, General)" in text
    assert "- PC Ada Okafor answered for the police: “The council mends it on Friday”" in text
    assert "- Amir Khan wrote: “It is still dark”" in text
    assert f"\nhttp://police.example/topics/{lamp}?unread" in text
    assert "“Cars on the pavement” (Cathays, Traffic and parking)" in text
    assert "- Olga Novak wrote: “I counted 2 of them”\n- And 2 more replies." in text
    assert "\nhttp://police.example/notices/pace\nhttp://police.example/following\n" in text


async def test_nobody_gets_a_mail_who_has_nothing(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    topic = (await talk.topic(cast.rosa)).topic_id
    await evening(house)
    assert postbox.mails == []
    await talk.reply(cast.amir, topic)
    await read(house, cast.rosa, topic, 2)
    await evening(house)
    assert postbox.mails == []


async def test_what_was_told_is_not_told_again_the_next_day(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "It is still dark")
    await evening(house)
    await evening(house)
    assert len(mails_to(postbox, cast.rosa)) == 1
    assert await ForDigest.all().count() == 0
    await talk.reply(cast.amir, topic, "Now it is light")
    await evening(house)
    assert "Now it is light" in text_of(mails_to(postbox, cast.rosa)[-1])
    assert "still dark" not in text_of(mails_to(postbox, cast.rosa)[-1])


async def test_what_was_taken_down_while_the_mail_server_was_away_is_not_in_it(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    topic = (await talk.topic(cast.rosa)).topic_id
    bad = await talk.reply(cast.amir, topic, "He lives at number five")
    await talk.reply(cast.olga, topic, "Please write kindly")
    postbox.refusal = "451 Come back later"
    await evening(house)
    assert postbox.mails == []
    await talk.flag(cast.olga, "reply", bad.id)
    await talk.decide(cast.mo, bad.id, "hide")
    postbox.refusal = ""
    clock.move(timedelta(hours=1))
    await mails_leave(house)
    [mail] = mails_to(postbox, cast.rosa)
    assert "Please write kindly" in text_of(mail)
    assert "number five" not in text_of(mail)


async def test_no_mail_leaves_of_a_topic_that_was_taken_down(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    topic = await talk.topic(cast.rosa)
    await follow(house, cast.olga, f"/topics/{topic.topic_id}")
    await talk.reply(cast.amir, topic.topic_id)
    await talk.flag(cast.gwen, "topic", topic.topic_id)
    await talk.decide(cast.mo, topic.topic_id, "hide")
    await evening(house)
    assert [mail for mail in postbox.mails if "new in what you follow" in mail["Subject"]] == []


async def test_a_held_reply_is_told_of_once_it_is_shown(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    topic = (await talk.topic(cast.rosa)).topic_id
    await Section.filter(slug="general").update(guests=True)
    held = await talk.reply(cast.gwen, topic, "I am a guest and saw it")
    assert held.status == "held", "it must wait for this to mean anything"
    await evening(house)
    assert mails_to(postbox, cast.rosa) == []
    await talk.decide(cast.mo, held.id, "approve")
    await evening(house)
    assert "I am a guest and saw it" in text_of(mails_to(postbox, cast.rosa)[0])


async def test_the_link_in_the_mail_ends_digests_without_signing_in(
    house: House, cast: Cast, talk: Talk, postbox: Postbox, browser: NewBrowser
):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic)
    await evening(house)
    [mail] = mails_to(postbox, cast.rosa)
    link = str(mail["List-Unsubscribe"]).strip("<>").removeprefix("http://police.example")
    assert link in text_of(mail)
    answer = await house.caller().send("POST", link, data={"List-Unsubscribe": "One-Click"})
    assert answer.status == 200
    await talk.reply(cast.amir, topic, "And again")
    await evening(house)
    assert len(mails_to(postbox, cast.rosa)) == 1


async def test_a_weekly_digest_comes_on_monday(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    weekly = {"every": "weekly", "hour": 7}
    assert (await house.caller(cast.rosa).put("/notices/pace", weekly)).status == 204
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic)
    days = []
    for _day in range(8):
        at_local(7, 1)
        await mails_leave(house)
        days += [clock.now().weekday()] * len(mails_to(postbox, cast.rosa))
        postbox.envelopes.clear()
    assert days == [0]


async def test_never_means_never(house: House, cast: Cast, talk: Talk, postbox: Postbox):
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic)
    assert (await house.caller(cast.rosa).put("/notices/pace", {"every": "never"})).status == 204
    await evening(house)
    assert mails_to(postbox, cast.rosa) == []


async def test_somebody_elses_words_begin_no_line_and_make_no_link_of_ours(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    topic = (await talk.topic(cast.rosa, "/sign-out")).topic_id
    await talk.reply(cast.amir, topic, "Look:\n\n/sign-out\n\n/account/close")
    await evening(house)
    text = text_of(mails_to(postbox, cast.rosa)[0])
    assert "“/sign-out”" in text
    assert "police.example/sign-out" not in text
    assert "police.example/account" not in text


async def test_no_paragraph_is_written_of_what_the_mail_only_counts(
    house: House, cast: Cast, talk: Talk, monkeypatch: pytest.MonkeyPatch
):
    for number in range(digest_part._MOST_TOPICS + 5):
        topic = (await talk.topic(cast.rosa, f"Lamp {number}")).topic_id
        await talk.reply(cast.amir, topic)
    await house.app[TELLER].tell()
    written, paragraph = [], digest_part._paragraph

    async def counted(news: Sequence[News], first: set[str]) -> str:
        written.append(news[0].topic_id)
        return await paragraph(news, first)

    monkeypatch.setattr(digest_part, "_paragraph", counted)
    part = await digest_part.forums_part(house.app, (await reach_of([cast.rosa.id]))[cast.rosa.id])
    assert part is not None
    assert (len(written), part.things) == (digest_part._MOST_TOPICS, digest_part._MOST_TOPICS + 5)
    assert len(part.paragraphs) == len(written) + 1
    assert part.paragraphs[-1].startswith("5 more topics have news:")
