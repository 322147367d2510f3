"""What is said twice on a topic's page, or seldom done there, takes little room."""

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk

FOLD, MORE = 'class="forum-reply__fold"', 'class="forum-more"'


async def test_only_the_answer_that_stands_on_top_is_folded_below(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    ada = browser(cast.ada)
    await ada.get(f"/topics/{topic}")
    for words in ("The first of her answers", "The second of them"):
        await ada.get(f"/topics/{topic}")
        assert (await ada.post(f"/topics/{topic}/reply", body=words, official="yes")).status == 303
    page = await talk.shown(topic)
    folded = page.partition(FOLD)[2].partition("</details>")[0]
    assert page.count(FOLD) == 1
    assert "The second of them" in folded
    assert "The first of her answers" not in folded


async def test_the_answer_is_open_where_it_is_new_to_who_is_led_to_it(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.shown(topic, cast.rosa)
    await talk.reply(cast.ada, topic, "A lamp comes on Monday", official=True)
    assert f"<details {FOLD} open>" in await talk.shown(topic, cast.rosa)
    assert f"<details {FOLD}>" in await talk.shown(topic, cast.rosa)
    assert f"<details {FOLD}>" in await talk.shown(topic)


async def test_staff_alone_are_offered_more(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.reply(cast.amir, topic)
    assert MORE not in (await browser(cast.rosa).get(f"/topics/{topic}")).text
    assert MORE in (await browser(cast.ada).get(f"/topics/{topic}")).text
