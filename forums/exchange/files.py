"""A forum as a file, written as it is read: never all of it in memory."""

import csv
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from typing import Any

import msgspec

from forums.exchange.shapes import FORMAT, ExchangedTopic
from forums.exchange.topics import exchanged_topics
from foundation.spreadsheets import BOM, harmless

JSON = dict[str, Any]
_COLUMNS = (
    "topic_id", "topic", "section", "topic_state", "number", "reply_id", "reply_to", "author_id", "author", "role",
    "officer", "created_at", "edited_at", "official", "promised_for", "state", "body",
)  # fmt: skip


async def as_json(forum: JSON, name: str) -> AsyncIterator[bytes]:
    """`{"format", "forum": {"id", "name", "kind", "neighbourhood"}, "topics": [ExchangedTopic, …]}`, one on a line."""
    about = {"id": forum["id"], "name": name, "kind": forum["kind"], "neighbourhood": forum["neighbourhood_id"]}
    encoder = msgspec.json.Encoder()
    yield b'{"format":%b,"forum":%b,"topics":[' % (encoder.encode(FORMAT), encoder.encode(about))
    between = b"\n"
    async for topic in exchanged_topics(forum["id"]):
        yield between + encoder.encode(topic)
        between = b",\n"
    yield b"\n]}\n"


async def as_csv(forum: JSON) -> AsyncIterator[bytes]:
    """A row for each reply (RFC 4180), with the names of the JSON's members; number 1 is the topic's own text."""
    yield (BOM + _written([_COLUMNS])).encode()
    async for topic in exchanged_topics(forum["id"]):
        yield _written(_rows(topic)).encode()


def _rows(topic: ExchangedTopic) -> Iterator[tuple[Any, ...]]:
    for reply in topic.replies:
        yield (
            topic.id, harmless(topic.title), topic.section, topic.state, reply.number, reply.id, reply.reply_to or "",
            reply.author.id, harmless(reply.author.name), reply.author.role, harmless(reply.author.officer or ""),
            reply.created_at.isoformat(), reply.edited_at.isoformat() if reply.edited_at else "",
            "yes" if reply.official else "no", reply.promised_for or "", reply.state, harmless(reply.body or ""),
        )  # fmt: skip


def _written(rows: Any) -> str:
    written = StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()
