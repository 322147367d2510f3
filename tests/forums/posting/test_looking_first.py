"""What people are shown before their words are posted: how they look, what others wrote before, a warning."""

import re
from datetime import timedelta
from uuid import uuid4

from forums.models import Reply
from foundation import clock
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.posting.forms import id_of, typed
from tests.forums.talk import TITLE, WORDS, Talk


def _soon() -> str:
    return (clock.now().date() + timedelta(days=9)).isoformat()


async def test_amir_looks_at_his_reply_first(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    page = (await amir.post(f"/topics/{topic}/reply", body="So **bright**", preview="yes")).text
    assert "<strong>bright</strong>" in page
    assert typed(page) == "So **bright**"
    assert await Reply.filter(author_id=cast.amir.id).count() == 0


async def test_an_officer_looks_first_and_sees_the_badge_the_promise_or_what_is_wrong_with_its_day(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    said = {"body": "We mend it", "official": "yes", "preview": "yes"}
    shown = {}
    for who in ("ada", "mo", "amir"):
        theirs = browser(getattr(cast, who))
        await theirs.get(f"/topics/{topic}")
        page = (await theirs.post(f"/topics/{topic}/reply", promised_for="2099-01-01", **said)).text
        assert "within a year" in page
        page = (await theirs.post(f"/topics/{topic}/reply", promised_for=_soon(), **said)).text
        shown[who] = page.partition('id="preview"')[2].partition("</section>")[0]
    assert "PC 4127" in shown["ada"]
    assert "Promised for" in shown["ada"]
    for who in ("mo", "amir"):
        assert "We mend it" in shown[who]
        assert not re.search("Official answer|Promised for|bl-badge--officer", shown[who]), who
    assert await Reply.filter(topic_id=topic).count() == 1


async def test_rosa_is_warned_once_and_posts_it_as_it_is(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    said = {"body": "Call me on 07700 900123 tonight", "client_id": str(uuid4())}
    warned = await rosa.post(f"/topics/{topic}/reply", **said)
    assert (warned.status, typed(warned.text)) == (200, said["body"])
    assert 'name="confirm"' in warned.text
    assert await Reply.filter(author_id=cast.rosa.id).count() == 0
    posted = await rosa.post(f"/topics/{topic}/reply", confirm="true", **said)
    assert posted.status == 303
    assert "Waiting for a moderator" in (await rosa.get(f"/topics/{topic}?last")).text
    assert said["body"] not in (await talk.house.page(f"/topics/{topic}", cast.amir)).text


async def test_a_topic_that_is_like_another_is_shown_it_first(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    await talk.topic(cast.rosa, "The lamp by the school is broken")
    amir, forum = browser(cast.amir), (await talk.forum())["id"]
    await amir.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": "Lamp by the school broken", "body": WORDS, "client_id": str(uuid4())}
    page = (await amir.post("/topics/new", **said)).text
    assert "The lamp by the school is broken" in page
    assert 'name="alike_seen" value="yes"' in page
    assert typed(page) == WORDS
    assert (await amir.post("/topics/new", alike_seen="yes", **said)).status == 303


async def test_whoever_has_seen_topics_like_theirs_is_not_held_up_after_a_look_or_a_mistake(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    await talk.topic(cast.rosa)
    forum = (await talk.forum())["id"]
    amir = browser(cast.amir)
    await amir.get(f"/topics/new?forum={forum}")
    said = {"forum": forum, "title": TITLE, "body": "Still dark", "client_id": id_of(amir.page.text)}
    looked = await amir.post("/topics/new", **said, alike_seen="yes", preview="yes")
    wrong = await amir.post("/topics/new", **{**said, "body": ""}, alike_seen="yes")
    assert (looked.status, wrong.status) == (200, 422)
    for page in (looked.text, wrong.text):
        assert page.count('name="alike_seen"') == 1
    # Who has only looked at their own words has not seen the others.
    assert 'name="alike_seen"' not in (await amir.post("/topics/new", **said, preview="yes")).text
