"""Whoever an edit mentions for the first time hears of it, once."""

from notices.models import Notice
from tests.cast import Cast, Member
from tests.forums.following.acts import evening, follow, mails_to, read, text_of, told
from tests.forums.talk import Talk
from tests.house import House
from tests.running.smtp import Postbox

ABUSE = "You are a spastic"


async def edit(talk: Talk, author: Member, reply: str | None, words: str) -> int:
    answer = await talk.house.caller(author).patch(
        f"/replies/{reply}", {"body": words, "version": (await talk.row(reply)).version}
    )
    return answer.status


async def mentions(house: House, member: Member) -> list[str]:
    return [path for kind, path in await told(house, member) if kind == "mention"]


async def test_those_newly_mentioned_are_told_once_and_the_others_not_again(
    house: House, cast: Cast, talk: Talk
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Who mends it, @Ada?")).id
    path = f"/topics/{topic}/replies/{reply}"
    assert await mentions(house, cast.ada) == [path]
    await Notice.filter(person_id=cast.ada.id).delete()
    for words in ("Who mends it, @Ada and @Huw?", "Who mends it?", "@Huw, who mends it? And @Ada?", "> @Rosa\n\n@Huw"):
        assert await edit(talk, cast.amir, reply, words) == 200, words
        assert await mentions(house, cast.huw) == ([path]), words
    assert await Notice.filter(person_id=cast.huw.id, kind="mention").count() == 1
    assert await mentions(house, cast.rosa) == [], "what is quoted mentions nobody"
    assert await mentions(house, cast.amir) == []


async def test_it_comes_at_once_to_who_is_on_their_page(house: House, cast: Cast, talk: Talk) -> None:
    reply = (await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id, "Who mends it?")).id
    await told(house, cast.huw)
    live = await house.live(cast.huw)
    assert await edit(talk, cast.amir, reply, "Who mends it, @Huw?") == 200
    assert (await live.wait("noticed", unread=1))["unread"] == 1


async def test_an_edit_that_waits_tells_nobody_until_it_is_approved(house: House, cast: Cast, talk: Talk) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Who mends it?")).id
    await told(house, cast.huw)
    assert await edit(talk, cast.amir, reply, f"{ABUSE}, @Huw") == 202
    assert await mentions(house, cast.huw) == []
    await talk.decide(cast.mo, reply, "approve")
    assert await mentions(house, cast.huw) == [f"/topics/{topic}/replies/{reply}"]


async def test_who_muted_the_topic_hears_nothing_of_it(house: House, cast: Cast, talk: Talk) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    reply = (await talk.reply(cast.amir, topic, "Who mends it?")).id
    await told(house, cast.huw)
    await follow(house, cast.huw, f"/topics/{topic}", "none")
    assert await edit(talk, cast.amir, reply, "Who mends it, @Huw?") == 200
    assert await mentions(house, cast.huw) == []


async def test_who_has_read_the_earlier_words_has_a_notice_and_who_has_not_has_it_in_the_digest(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.olga, topic, "It is dark")
    reply = (await talk.reply(cast.amir, topic, "Who mends it?")).id
    await read(house, cast.olga, topic, 3)
    await told(house, cast.olga)
    assert await edit(talk, cast.amir, reply, "Who mends it, @Olga or @Rosa?") == 200
    assert await mentions(house, cast.olga) == [f"/topics/{topic}/replies/{reply}"]
    await evening(house)
    assert "Who mends it, @Olga or @Rosa?" in text_of(mails_to(postbox, cast.rosa)[0])
