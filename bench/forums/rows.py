"""The rows of topics, replies and what is searched, of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bench.forums.copying import Columns
from bench.forums.numbering import id_at
from bench.forums.people import Crowd
from bench.forums.places import FORCE, Place
from bench.forums.plan import Planned
from bench.forums.sentences import Sentences, html_of
from forums.models import PostState, Reply, Topic
from foundation.models import SearchEntry

TOPIC = Columns(
    Topic, "id", "force_id", "neighbourhood_id", "forum_id", "section_id", "author_id", "client_id", "title", "state",
    "last_number", "replies", "created_at", "active_at", "pinned_at", "archived_at", "locked_at", "solved_at",
    "answered_at", "official_reply_id",
)  # fmt: skip
REPLY = Columns(
    Reply, "id", "topic_id", "force_id", "number", "author_id", "client_id", "parent_id", "body", "html", "state",
    "official", "created_at",
)  # fmt: skip
SEARCHED = Columns(
    SearchEntry, "id", "kind", "target_id", "parent_id", "force_id", "neighbourhood_id", "section", "answered", "title",
    "words", "path", "at",
)  # fmt: skip
_HIDDEN_EVERY = 100
_PINNED = 0.9985
"""Of its luck, what is above: three in two thousand stand on top of their forum."""
_ANSWERED, _SOLVED, _LOCKED, _ARCHIVED = 0.06, 0.12, 0.15, 0.25
"""Of its luck, what is below."""


@dataclass
class Chunk:
    """The rows of some topics."""

    topics: list[Sequence[Any]] = field(default_factory=list)
    replies: list[Sequence[Any]] = field(default_factory=list)
    searched: list[Sequence[Any]] = field(default_factory=list)


@dataclass
class Writer:
    """Writes plans down. `ids` and `lasts` are of every topic so far: its id and its last number."""

    places: Sequence[Place]
    crowd: Crowd
    sentences: Sentences
    ids: list[str] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    _written: int = 0

    def add(self, plan: Planned, to: Chunk) -> None:
        """Put one topic with all that is in it into the chunk."""
        place, topic_id = self.places[plan.place], id_at(plan.times[0])
        section, slug = place.sections[int(plan.section * len(place.sections))]
        title, last = self.sentences.title(plan.number), len(plan.times)
        answer = last if plan.luck < _ANSWERED and last > 1 else None
        replies = list(self._replies(plan, topic_id, answer))
        to.replies += replies
        hidden = sum(row[9] is not PostState.PUBLISHED for row in replies)
        to.topics.append((
            topic_id, FORCE, place.neighbourhood, place.forum, section, replies[0][4], topic_id, title,
            PostState.PUBLISHED, last, last - 1 - hidden, plan.times[0], plan.times[-1],
            *_marks(plan, replies[answer - 1] if answer else None),
        ))  # fmt: skip
        about = (FORCE, place.neighbourhood, slug)
        to.searched += _searched(replies, topic_id, title, about)
        self.ids.append(topic_id)
        self.lasts.append(last)

    def _replies(self, plan: Planned, topic_id: str, answer: int | None) -> Iterator[Sequence[Any]]:
        people, ids = self.crowd.residents[plan.place], [id_at(at) for at in plan.times]
        for number, at in enumerate(plan.times, 1):
            self._written += 1
            text, official = self.sentences.text(self._written), number == answer
            author = people[int(plan.writers[number - 1] * len(people))]
            parent = plan.parents[number - 1]
            gone = number > 1 and not official and self._written % _HIDDEN_EVERY == 0
            yield (
                ids[number - 1], topic_id, FORCE, number, self.crowd.officers[plan.place] if official else author,
                ids[number - 1], ids[parent - 1] if parent else None, text, html_of(text),
                PostState.HIDDEN if gone else PostState.PUBLISHED, official, at,
            )  # fmt: skip


def _marks(plan: Planned, answer: Sequence[Any] | None) -> Sequence[datetime | str | None]:
    """When it was pinned, archived, locked, solved and answered, and by which reply."""
    at, luck = plan.times[-1], plan.luck
    return (
        at if luck > _PINNED else None,
        at if _LOCKED <= luck < _ARCHIVED and plan.number else None,
        at if _SOLVED <= luck < _LOCKED and plan.number else None,
        at if _ANSWERED <= luck < _SOLVED else None,
        at if answer else None,
        answer[0] if answer else None,
    )


def _searched(
    replies: Sequence[Sequence[Any]], topic_id: str, title: str, about: tuple[str, str, str]
) -> Iterator[Sequence[Any]]:
    """What `forums.finding` makes of them."""
    answered = any(row[10] for row in replies)
    for row in replies:
        path = f"/topics/{topic_id}"
        if row[3] == 1:
            yield f"topic:{topic_id}", "topic", topic_id, None, *about, answered, title, row[7], path, row[11]
        elif row[9] is PostState.PUBLISHED:
            path = f"{path}/replies/{row[0]}"
            yield f"reply:{row[0]}", "reply", row[0], topic_id, *about, row[10], "", row[7], path, row[11]
