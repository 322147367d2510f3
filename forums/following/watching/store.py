"""Every query of what people follow."""

from collections.abc import Collection
from typing import Any

from forums.following.watching.models import HowTold, Watch, WatchKind
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]

_LAST = "~"
_DECIDED = Query("SELECT target_id, how FROM forum_watch WHERE person_id = ? AND target_id IN ?")
_PLACES = Query(
    """
    SELECT watch.how, forum.id AS forum_id, forum.kind AS forum_kind, forum.force_id, forum.neighbourhood_id,
           section.id AS section_id, section.slug, section.name, section.name_cy
    FROM forum_watch AS watch
    JOIN forum ON forum.id = substr(watch.target_id, 1, 16)
    LEFT JOIN forum_section AS section ON watch.kind = 'section' AND section.id = substr(watch.target_id, 18)
    WHERE watch.person_id = ? AND watch.kind IN ('forum', 'section')
    ORDER BY forum.id, COALESCE(section.position, -1), watch.id
    """
)
_TOPICS = Query(
    """
    SELECT watch.id, watch.how, watch.by_itself, topic.id AS topic_id, topic.title, forum.id AS forum_id,
           forum.kind AS forum_kind, forum.force_id, forum.neighbourhood_id
    FROM forum_watch AS watch
    JOIN forum_topic AS topic ON topic.id = watch.target_id
    JOIN forum ON forum.id = topic.forum_id
    WHERE watch.person_id = ? AND watch.kind = 'topic' AND topic.state = 'published' AND watch.id < ?
    ORDER BY watch.id DESC LIMIT ?
    """,
    truths=("by_itself",),
)


async def add_watches_by_themselves(people: Collection[str], topic: str) -> None:
    """Have these people follow a topic, but for those who decided about it before. Inside a transaction."""
    await _add(people, WatchKind.TOPIC, topic, HowTold.DIGEST, by_itself=True)


async def set_watch(person: str, kind: WatchKind, target: str, how: HowTold) -> None:
    """Follow something, or mute it (`none`), in the place of what was decided before. Inside a transaction.

    `since` is as before, where it was followed before.
    """
    await _add([person], kind, target, how, by_itself=False)
    one = Watch.filter(person_id=person, kind=kind, target_id=target)
    if how is not HowTold.NONE:
        await one.filter(how=HowTold.NONE).update(since=clock.now())
    await one.update(how=how, by_itself=False)


async def remove_watch(person: str, kind: WatchKind, target: str) -> None:
    """Have nothing decided about it. Inside a transaction."""
    await Watch.filter(person_id=person, kind=kind, target_id=target).delete()


async def begin_anew(person: str) -> None:
    """Have what was written so far in the forums and sections that somebody follows be old."""
    places = Watch.filter(person_id=person, kind__in=[WatchKind.FORUM, WatchKind.SECTION])
    await places.update(since=clock.now())


async def watches_of(person: str, targets: Collection[str]) -> dict[str, str]:
    """What somebody decided about forums or sections (a HowTold), by the name of each."""
    rows = await _DECIDED.rows(person, list(targets)) if targets else []
    return {row["target_id"]: row["how"] for row in rows}


async def places_of(person: str) -> list[JSON]:
    """The forums and sections that somebody decided about: how, and `forum_id`, `section_id` (None for all of it)."""
    return await _PLACES.rows(person)


async def topics_of(person: str, before: str | None, limit: int) -> list[JSON]:
    """The topics that somebody decided about, with their forums, the latest decision first.

    `id` is that of the watch, and so is `before`.
    """
    return await _TOPICS.rows(person, before or _LAST, limit)


async def _add(people: Collection[str], kind: WatchKind, target: str, how: HowTold, *, by_itself: bool) -> None:
    same: JSON = {"kind": kind, "target_id": target, "how": how, "by_itself": by_itself, "since": clock.now()}
    watches = [Watch(id=new_id(), person_id=person, **same) for person in sorted(people)]
    await Watch.bulk_create(watches, ignore_conflicts=True, batch_size=500)
