"""The guard before posting: a name is asked about while nothing is stored, and a danger is told to call 999."""

import re

from forums.models import Reply
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk

NAMED = "The suspect is John Smith from our street"
DANGER = "Help, he has a knife and is in my house now"


def _ways_in_private(page: str) -> list[str]:
    """Where the guard's words lead whoever would rather tell the police alone."""
    guard = page.partition('id="warned"')[2].partition("</div>")[0]
    return re.findall(r'href="([^"]+)"', guard)


async def test_rosa_is_asked_to_take_a_name_out_and_can_post_it_all_the_same(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    page = await amir.post(f"/topics/{topic}/reply", body=NAMED)
    assert page.status == 200
    assert "This seems to name a person" in page.text
    assert NAMED in page.text, "nothing typed is lost"
    assert _ways_in_private(page.text) == ["/emergency", "/surgeries"]
    assert await Reply.filter(topic_id=topic).count() == 1
    assert (await amir.post(f"/topics/{topic}/reply", body=NAMED, confirm="true")).status == 303
    held = await Reply.get(topic_id=topic, author_id=cast.amir.id)
    assert (held.state, held.number) == ("held", None)


async def test_a_danger_goes_to_people_at_once_and_its_author_to_999(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    looked = await amir.post(f"/topics/{topic}/reply", body=DANGER, preview="yes")
    assert "This looks like something that is happening now" in looked.text
    assert _ways_in_private(looked.text) == [], "nobody waits for a surgery now"
    sent = await amir.post(f"/topics/{topic}/reply", body=DANGER)
    assert sent.status == 303
    page = await amir.get(sent.headers["Location"].partition("#")[0])
    assert "Call 999" in page.text
    assert await Reply.filter(topic_id=topic, author_id=cast.amir.id).count() == 1


async def test_a_topic_that_names_a_person_is_asked_about_too(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    forum = (await talk.forum())["id"]
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/new?forum={forum}")
    page = await rosa.post("/topics/new", forum=forum, section="general", title="Who it was", body=NAMED)
    assert "This seems to name a person" in page.text
    assert _ways_in_private(page.text) == ["/emergency", "/surgeries"]
    assert await Reply.all().count() == 0
