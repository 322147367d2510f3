"""Topics of a file as our own rows: in the name of who brings them in, saying in words who wrote them, and when.

Whoever is named in a file has no account here that they could be held to, and nobody may speak in another's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from forums.exchange.reading import shown_in
from forums.exchange.shapes import ExchangedReply, ExchangedTopic
from forums.models import PostState, TopicState
from forums.posting.new import check_title
from forums.standing import Standing
from foundation.cleaning import clean_text, cleaned_line
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.language import _
from foundation.pages import local_date
from foundation.text import MAX_LENGTH, rendered

JSON = dict[str, Any]
_OURS: Final = UUID("0e0c3a52-6a1f-4c39-8d53-3f1f9c1f0a11")
_LONGEST_NAME: Final = 60
_CLOSED: Final = (TopicState.ARCHIVED, TopicState.LOCKED)


@dataclass(frozen=True)
class Rows:
    """What is to be inserted, and the words of each reply as they will be read."""

    topic: JSON
    replies: Sequence[JSON]

    @property
    def title(self) -> str:
        return str(self.topic["title"])

    @property
    def texts(self) -> list[str]:
        return [str(reply["body"]) for reply in self.replies]


async def rows_of(topic: ExchangedTopic, standing: Standing, zone: ZoneInfo) -> Rows:
    """The rows of a topic that was read; numbers without words are left out. `zone`: that of
    the force's clock. Raises Invalid for a text too long.
    """
    shown, forum, author = list(shown_in(topic)), standing.forum, str(standing.viewer.id)
    topic_id, ids = new_id(), {reply.id: new_id() for reply in shown}
    row: JSON = {
        "id": topic_id,
        **{name: forum[name] for name in ("force_id", "neighbourhood_id")},
        "forum_id": forum["id"],
        "section_id": standing.section["id"],
        "author_id": author,
        "client_id": str(uuid5(_OURS, f"{forum['force_id']} {topic.id}")),
        "title": check_title(topic.title),
        "last_number": len(shown),
        "replies": len(shown) - 1,
        "created_at": topic.created_at,
        "active_at": max(topic.active_at, shown[-1].created_at),
        "archived_at": topic.active_at if topic.state in _CLOSED else None,
        "solved_at": topic.active_at if topic.state == TopicState.SOLVED else None,
        "external_id": topic.id,
    }
    place = {"topic_id": topic_id, "force_id": forum["force_id"], "author_id": author, "state": PostState.PUBLISHED}
    replies = [
        {**place, "id": ids[reply.id], "number": number, "client_id": str(uuid5(_OURS, f"{topic_id} {number}")),
         "parent_id": ids.get(reply.reply_to or ""), "created_at": reply.created_at, **await _words(reply, zone)}
        for number, reply in enumerate(shown, 1)
    ]  # fmt: skip
    return Rows(row, replies)


async def _words(reply: ExchangedReply, zone: ZoneInfo) -> JSON:
    name = cleaned_line(reply.author.name)[:_LONGEST_NAME]
    said = _("%(name)s wrote on %(date)s:", name=name, date=local_date(reply.created_at, zone))
    body = f"{said}\n\n{clean_text(reply.body or '')}"
    if len(body) > MAX_LENGTH:
        raise Invalid(_("Number %(number)s is too long with the name of who wrote it.", number=reply.number))
    return {"body": body, "html": await rendered(body)}
