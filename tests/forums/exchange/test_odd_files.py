"""Files that no forum wrote: what is wrong is said of its topic, and nothing fails."""

import json
from typing import Any

import pytest

from forums.exchange.import_service import import_topics
from tests.cast import Cast
from tests.clients import JSON
from tests.forums.talk import Talk

SINCE = "2020-01-01T00:00:00Z"


def _file(topic: JSON, reply: JSON) -> bytes:
    first = {
        "id": "1",
        "number": 1,
        "author": {"id": "x", "name": "Ann"},
        "body": "Hello",
        "created_at": SINCE,
        **reply,
    }
    whole = {"id": "t", "title": "A lamp", "section": "general", "state": "open", "created_at": SINCE}
    topics = [{**whole, "active_at": SINCE, "replies": [first], **topic}]
    return json.dumps({"format": "bluelamp.forum/1", "topics": topics}).encode()


@pytest.mark.parametrize(
    ("topic", "reply"),
    [
        ({"id": "a\x00b"}, {}),
        ({"id": "x" * 65}, {}),
        ({"id": ""}, {}),
        ({"section": "\x00"}, {}),
        ({"created_at": "0001-01-01T00:00:00Z"}, {}),
        ({}, {"created_at": "0001-01-01T00:00:00Z"}),
        ({"active_at": "0001-01-01T00:00:00+23:59"}, {}),
        ({}, {"id": "\x00"}),
        ({}, {"number": 2**63}),
        ({}, {"author": {"id": "\x00", "name": "\x00"}}),
        ({"place": "\x00", "state": "\x00"}, {"state": "\x00"}),
    ],
    ids=str,
)
async def test_a_topic_that_no_forum_wrote_is_named_or_taken_as_it_can_be(
    talk: Talk, cast: Cast, topic: dict[str, Any], reply: dict[str, Any]
) -> None:
    report = await import_topics(talk.house.app, cast.mo.viewer, (await talk.forum())["id"], _file(topic, reply))
    assert report.done == report.total == 1
    assert report.added + len(report.bad) == 1
