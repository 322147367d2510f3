"""Words that come twice under one id, in two places: only the first ones are posted, and the others are told so."""

from uuid import uuid4

import pytest

from forums.models import Reply, Topic
from forums.posting.new import NewReply, NewTopic
from forums.posting.service import post_reply, post_topic
from foundation.errors import Conflict
from tests.cast import Cast
from tests.forums.invariants import check_forums
from tests.forums.races.conftest import Between
from tests.forums.talk import Talk


async def test_of_two_topics_that_get_words_under_one_id_at_once_one_is_told_that_it_got_none(
    talk: Talk, cast: Cast, between: Between
) -> None:
    app, client_id = talk.house.app, str(uuid4())
    lamps, bins = [str((await talk.topic(cast.rosa, title)).topic_id) for title in ("The lamps", "The bins")]
    first = lambda: post_reply(app, cast.amir.viewer, lamps, NewReply(client_id, "About lamps"))  # noqa: E731
    between("forums.posting.service", first)
    with pytest.raises(Conflict):
        await post_reply(app, cast.amir.viewer, bins, NewReply(client_id, "About bins"))
    assert await Reply.filter(body="About bins").count() == 0
    await check_forums()


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_topic_under_the_id_of_a_reply_is_no_topic_and_says_so(
    talk: Talk, cast: Cast, between: Between, at_once: bool
) -> None:
    app, client_id, forum = talk.house.app, str(uuid4()), str((await talk.forum())["id"])
    lamps = str((await talk.topic(cast.rosa)).topic_id)
    first = lambda: post_reply(app, cast.amir.viewer, lamps, NewReply(client_id, "About lamps"))  # noqa: E731
    if at_once:
        between("forums.posting.service", first)
    else:
        await post_reply(app, cast.amir.viewer, lamps, NewReply(client_id, "About lamps"))
    with pytest.raises(Conflict):
        await post_topic(app, cast.amir.viewer, forum, NewTopic(client_id, "The bins", "Are not emptied"))
    assert not await Topic.filter(title="The bins").exists()
    await check_forums()
