"""Opening review items: what a rule held, what somebody flagged, what a person is paged for."""

from collections.abc import Iterable, Sequence
from typing import Any

from foundation import clock
from moderation.content import Content, Tell
from moderation.items import store
from moderation.items.broadcast import queue_changed
from moderation.items.kinds import Kind, most_urgent, time_to_decide
from moderation.items.priority import priority

JSON = dict[str, Any]


async def open_item(
    content: Content, *, cause: str, kinds: Iterable[Kind], case_id: str | None = None
) -> tuple[JSON, Sequence[Tell]]:
    """Have somebody decide about a thing; gives its one open item, and what is to be told after the commit.

    Inside a transaction. What is open already takes up the new kinds: it becomes more urgent, never less. Its version
    rises where the words or its kind are others now, so that nobody decides about what they did not read.
    `cause` is held, flagged, paged or appeal.
    """
    named = list(dict.fromkeys(kinds))
    item = await store.add_item(_first(content, cause, named, case_id))
    if not item["is_new"]:
        item = await _merged(item, content, cause, named, case_id)
    force = content.force_id
    return item, [lambda app: queue_changed(app, force, item)]


async def weigh_item(item: JSON, *, flags: int, weight: int) -> Sequence[Tell]:
    """So many people have flagged an open item's thing by now, and so much do they weigh together, in hundredths.

    Inside the transaction that opened it. Its priority only rises: somebody may be reading it already.
    """
    urgency = priority(Kind(item["kind"]), weight=weight, reach=item["reach"], live=item["live"])
    changes = {"flags": flags, "weight": weight, "priority": min(item["priority"], urgency)}
    await store.set_item(item, **changes)
    changed = item | changes
    return [lambda app: queue_changed(app, changed["force_id"], changed)]


def _first(content: Content, cause: str, kinds: list[Kind], case_id: str | None) -> JSON:
    kind, now = most_urgent(kinds), clock.now()
    return {
        "open_key": store.open_key(content.type, content.id),
        "target_type": content.type,
        "target_id": content.id,
        "revision": content.revision,
        "force_id": content.force_id,
        "neighbourhood_id": content.neighbourhood_id,
        "place_type": content.place_type,
        "place_id": content.place_id,
        "author_id": content.author_id,
        "cause": cause,
        "kind": kind,
        "kinds": kinds or [kind],
        "live": content.live,
        "reach": content.reach,
        "flags": 0,
        "weight": 0,
        "priority": priority(kind, weight=0, reach=content.reach, live=content.live),
        "due_at": now + time_to_decide(kind, live=content.live),
        "opened_at": now,
        "changed_at": now,
        "case_id": case_id,
    }


async def _merged(item: JSON, content: Content, cause: str, kinds: list[Kind], case_id: str | None) -> JSON:
    now = clock.now()
    every = list(dict.fromkeys([*item["kinds"], *kinds]))
    kind = most_urgent(every)
    other = kind != item["kind"] or content.revision != item["revision"]
    changes = {
        # Not about the change alone any more that waits: somebody is to look at what is shown, too.
        "cause": cause if (item["cause"], cause) == ("held", "paged") else item["cause"],
        "kinds": every,
        "kind": kind,
        "revision": content.revision,
        "case_id": item["case_id"] or case_id,
        "live": content.live,
        "reach": max(item["reach"], content.reach),
        "priority": min(
            item["priority"], priority(kind, weight=item["weight"], reach=content.reach, live=content.live)
        ),
        "due_at": min(item["due_at"], now + time_to_decide(kind, live=content.live)),
        "changed_at": now,
        "version": item["version"] + other,
    }
    await store.set_item(item, **changes)
    return item | changes
