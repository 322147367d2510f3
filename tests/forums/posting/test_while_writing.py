"""What becomes of a topic or of a page while somebody writes: their words come back."""

from uuid import uuid4

import pytest
from aiohttp import FormData

from forums.models import Reply, Topic
from forums.pictures.models import ReplyPicture
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.posting.forms import typed
from tests.forums.talk import Talk


@pytest.mark.parametrize("column", ["locked_at", "archived_at"])
async def test_the_topic_is_closed_while_amir_writes(talk: Talk, cast: Cast, browser: NewBrowser, column: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    await Topic.filter(id=str(topic)).update(**{column: (await talk.topic_row(topic)).created_at})
    answer = await amir.post(f"/topics/{topic}/reply", body="My long answer", client_id=str(uuid4()))
    assert answer.status == 409
    assert typed(answer.text) == "My long answer"
    assert ("locked" if column == "locked_at" else "archived") in answer.text


async def test_rosa_is_signed_out_while_she_writes(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    await talk.house.caller(cast.rosa).delete("/session")
    answer = await rosa.post(f"/topics/{topic}/reply", body="My long answer", client_id=str(uuid4()))
    assert answer.status in {401, 403}
    assert typed(answer.text) == "My long answer"
    assert await Reply.filter(body="My long answer").count() == 0


async def test_a_page_that_was_open_for_too_long_gives_the_words_back(
    talk: Talk, cast: Cast, browser: NewBrowser
) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    rosa = browser(cast.rosa)
    await rosa.get(f"/topics/{topic}")
    said = {"body": "My long answer", "client_id": str(uuid4())}
    answer = await rosa.post_without_token(f"/topics/{topic}/reply", csrf_token="old", **said)
    assert answer.status == 403
    assert typed(answer.text) == "My long answer"
    again = await rosa.post(f"/topics/{topic}/reply", **said)
    assert again.status == 303


async def test_a_form_with_files_gives_its_words_back_too(talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    form = FormData({"csrf_token": "old", "body": "My long answer"})
    form.add_field("pictures", b"not looked at", filename="lamp.jpg")
    form.add_field("reply_to", "")
    answer = await talk.house.caller(cast.rosa).send("POST", f"/topics/{topic}/reply", data=form)
    assert answer.status == 403
    assert typed(answer.text) == "My long answer"
    assert await ReplyPicture.all().count() == 0


async def test_the_topic_is_hidden_while_amir_writes(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    amir = browser(cast.amir)
    await amir.get(f"/topics/{topic}")
    await talk.flag(cast.amir, "topic", topic)
    await talk.decide(cast.mo, topic, "hide")
    answer = await amir.post(f"/topics/{topic}/reply", body="My long answer", client_id=str(uuid4()))
    assert answer.status == 404
    assert typed(answer.text) == "My long answer"
    assert f'action="/topics/{topic}/reply"' in answer.text
