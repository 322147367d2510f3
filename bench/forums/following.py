"""How far the people of the load have read, and what they watch."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from bench.forums.copying import Columns, Copier
from bench.forums.numbering import id_at
from bench.forums.people import MEASURED
from bench.forums.rows import Writer
from bench.forums.sizes import ForumSize
from forums.following.unread.models import ForumVisit, TopicReading
from forums.following.watching.models import HowTold, Watch, WatchKind
from foundation import clock

READING = Columns(TopicReading, "id", "person_id", "topic_id", "last_number", "read_at")
WATCH = Columns(Watch, "id", "person_id", "kind", "target_id", "how", "since")
_VISIT = Columns(ForumVisit, "id", "person_id", "forum_id", "visited_at", "before_at")
_LONG_AGO = timedelta(days=365)
"""Since when everybody follows: what was written after it is unread to who did not read it."""


async def add_following(into: Copier, writer: Writer, size: ForumSize, seed: int) -> None:
    """Everybody watches their own forum, and topics of it, which they have read to somewhere."""
    now = clock.now()
    since = now - _LONG_AGO
    people = [(person, n) for n, place in enumerate(writer.crowd.residents) for person in place]
    forums = ((id_at(since), person, WatchKind.FORUM, writer.places[n].forum, HowTold.DIGEST, since)
              for person, n in people)  # fmt: skip
    visits = ((id_at(now), person, writer.places[n].forum, now, now) for person, n in people)
    await into.copy(WATCH, forums)
    await into.copy(_VISIT, visits)
    chosen = list(_chosen(writer, size, seed))
    watches = ((id_at(since), person, WatchKind.TOPIC, topic, HowTold.DIGEST, since) for person, topic, _ in chosen)
    await into.copy(WATCH, watches)
    await into.copy(READING, ((id_at(now), *read, now) for read in chosen))


def _chosen(writer: Writer, size: ForumSize, seed: int) -> Iterator[Sequence[Any]]:
    """Person, topic and the last number read; half of the topics to their end."""
    drawn = Random(seed)
    for place, people in enumerate(writer.crowd.residents):
        topics = range(place, len(writer.ids), size.neighbourhoods)
        for rank, person in enumerate(people):
            measured = place == 0 and rank < MEASURED
            many = min(size.measured_followed if measured else size.followed, len(topics))
            for topic in drawn.sample(topics, many):
                last = writer.lasts[topic]
                yield person, writer.ids[topic], last if drawn.random() < 0.5 else int(last * drawn.random()) or 1
