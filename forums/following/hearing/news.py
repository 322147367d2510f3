"""A reply that people are told of, as it is at this moment: only while everybody whom it is told may read it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accounts.people import persons
from accounts.serving import staff_of
from forums.answers.marks import is_official
from forums.following.watching.models import WatchKind
from forums.following.watching.targets import targets_of
from forums.places.models import ForumKind
from foundation.queries import Query

JSON = dict[str, Any]

_COLUMNS = """
    SELECT reply.id, reply.topic_id, reply.number, reply.author_id, reply.official, reply.promised_for, reply.html,
           reply.body, reply.created_at, parent.author_id AS parent_author_id,
           topic.title, topic.forum_id, topic.section_id, topic.last_number,
           forum.kind AS forum_kind, forum.force_id, forum.neighbourhood_id,
           section.name AS section_name, section.name_cy AS section_name_cy
    FROM forum_reply AS reply
    JOIN forum_topic AS topic ON topic.id = reply.topic_id
    JOIN forum ON forum.id = topic.forum_id
    JOIN forum_section AS section ON section.id = topic.section_id
    LEFT JOIN forum_reply AS parent ON parent.id = reply.parent_id
    WHERE reply.state = 'published' AND topic.state = 'published' AND reply.number IS NOT NULL AND
    """
_BY_ID = Query(_COLUMNS, "reply.id IN ?", moments=("created_at",), truths=("official",))
# What somebody has not read of a topic since a number, without their own words: oldest first.
_SINCE = Query(
    _COLUMNS,
    "reply.topic_id = ? AND reply.number > ? AND reply.author_id <> ? ORDER BY reply.number LIMIT ?",
    moments=("created_at",),
    truths=("official",),
)


@dataclass(frozen=True)
class News:
    """One reply with what it stands in. `forum` and `section` are as `forums.places.naming` takes them."""

    row: Mapping[str, Any]

    @property
    def reply_id(self) -> str:
        return str(self.row["id"])

    @property
    def topic_id(self) -> str:
        return str(self.row["topic_id"])

    @property
    def number(self) -> int:
        return int(self.row["number"])

    @property
    def last_number(self) -> int:
        """The topic's, at the same moment."""
        return int(self.row["last_number"])

    @property
    def author(self) -> str:
        return str(self.row["author_id"])

    @property
    def is_official(self) -> bool:
        return bool(self.row["official"])

    @property
    def promised_for(self) -> date | None:
        day = self.row["promised_for"]
        return date.fromisoformat(day) if isinstance(day, str) else day

    @property
    def at(self) -> datetime:
        at: datetime = self.row["created_at"]
        return at

    @property
    def forum(self) -> JSON:
        return {"id": self.row["forum_id"], "kind": self.row["forum_kind"]} | {
            name: self.row[name] for name in ("force_id", "neighbourhood_id")
        }

    @property
    def section(self) -> JSON:
        return {"id": self.row["section_id"], "name": self.row["section_name"], "name_cy": self.row["section_name_cy"]}

    @property
    def targets(self) -> dict[WatchKind, str]:
        """What it can be followed by."""
        named = {"id": self.topic_id, "forum_id": self.row["forum_id"], "section_id": self.row["section_id"]}
        return targets_of(named)

    async def readers(self, people: Collection[str]) -> set[str]:
        """Those of these people who may read it: what belongs to a force's staff, only they."""
        if self.row["forum_kind"] != ForumKind.STAFF:
            return set(people)
        return await staff_of(self.row["force_id"], people)


async def find_news(reply_ids: Collection[str]) -> dict[str, News]:
    """Those of these replies that are shown, by id."""
    rows = await _BY_ID.rows(list(reply_ids)) if reply_ids else []
    return {news.reply_id: news for news in await _as_now(rows)}


async def news_since(topic: str, number: int, but_of: str, limit: int) -> list[News]:
    """What is shown of a topic after a number, without one person's own words: the oldest first."""
    return await _as_now(await _SINCE.rows(topic, number, but_of, limit))


async def _as_now(rows: Collection[JSON]) -> list[News]:
    """Official are those whose authors are verified officers by now: mails are written later than what they tell of."""
    people = await persons({row["author_id"] for row in rows if row["official"]})
    return [News({**row, "official": is_official(row, people.get(row["author_id"]))}) for row in rows]
