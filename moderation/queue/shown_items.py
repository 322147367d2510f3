"""Items as moderators are shown them, in the list and as JSON."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from moderation.content import Content, State, fetch_content
from moderation.queue import about_store, exposure_store
from moderation.queue.exposure import hardest, is_hard
from moderation.queue.policy import Worker, flagged_themselves
from moderation.sealed.reading import Words, unreadable, words_of

JSON = dict[str, Any]
Target = tuple[str, str]
"""The type of a thing, and its id."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is looked up for all items at once: by their targets, by their ids, or by those of people and cases."""

    content: Mapping[Target, Content]
    hits: Mapping[Target, Any]
    asked_for: Collection[str]
    labels: Mapping[str, str]
    people: Mapping[str, Any]
    sealed: Collection[Target]
    own_flags: Collection[str]


async def shown_items(app: web.Application, worker: Worker, items: Sequence[JSON]) -> list[JSON]:
    """Each item as the contract has it, and beside it what a page shows: a few queries for all of them.

    `text`, `author` and `place` are null, and `hits` empty, for a sealed case that the worker is not cleared for: they
    see its `label`, if it was held for that one, and null if its words say something of another, or were sealed since.
    `shown`: whether a page may show the words without being asked; `own_flag`: somebody else must decide about it.
    """
    beside = await _beside(app, worker, items)
    return [_shown(worker, item, beside, clock.now()) for item in items]


async def _beside(app: web.Application, worker: Worker, items: Sequence[JSON]) -> _Beside:
    content = await fetch_content(app, {_target(item) for item in items})
    return _Beside(
        content=content,
        hits=await about_store.hits_of(items),
        asked_for=await exposure_store.shown_to(worker.id, [item["id"] for item in items]),
        labels=await about_store.labels_of({item["case_id"] for item in items} - {None}),
        people=await persons(_people_of(items)),
        sealed=await _sealed_among(app, worker, content.values()),
        own_flags=await flagged_themselves(worker, items),
    )


def _shown(worker: Worker, item: JSON, beside: _Beside, now: datetime) -> JSON:
    found = beside.content.get(_target(item))
    may_read = worker.may_read(item) and _target(item) not in beside.sealed
    return {
        **_plain(item, beside.people, now),
        "text": found.words if found and may_read else None,
        "hits": beside.hits.get(_target(item), []) if may_read else [],
        **({} if may_read else {"author": None}),
        "place": _place(item, found) if may_read else None,
        "label": beside.labels.get(item["case_id"]),
        "may_read": may_read,
        "own_flag": item["id"] in beside.own_flags,
        "shown": may_read and (not is_hard(item) or item["id"] in beside.asked_for),
    }


def _target(item: JSON) -> Target:
    return item["target_type"], item["target_id"]


async def _sealed_among(app: web.Application, worker: Worker, found: Iterable[Content]) -> set[Target]:
    """What the worker must not read by what its words say; what is published everybody reads."""
    asked: dict[str, list[Words]] = {}
    for content in found:
        if content.waits or content.state is not State.PUBLISHED:
            asked.setdefault(content.type, []).append(words_of(content))
    ids = {type_: await unreadable(app, worker.actor, worker.force, type_, words) for type_, words in asked.items()}
    return {(type_, id_) for type_, found in ids.items() for id_ in found}


def _people_of(items: Sequence[JSON]) -> set[str]:
    return {item[name] for item in items for name in ("author_id", "claimed_by_id")} - {None}


def _plain(item: JSON, people: Mapping[str, Any], now: datetime) -> JSON:
    claimed = item["claimed_until"] is not None and item["claimed_until"] > now and item["state"] == "open"
    names = (
        "id", "version", "priority", "kind", "kinds", "cause", "flags", "live", "reach", "weight", "due_at",
        "opened_at", "state", "escalated_to",
    )  # fmt: skip
    return {
        **{name: item[name] for name in names},
        "target": {"type": item["target_type"], "id": item["target_id"]},
        "author": people.get(item["author_id"]),
        "claimed_by": people.get(item["claimed_by_id"]) if claimed else None,
        "claimed_until": item["claimed_until"] if claimed else None,
        "hard": hardest(item) if is_hard(item) else None,
    }


def _place(item: JSON, content: Content | None) -> JSON | None:
    if item["place_id"] is None:
        return None
    return {
        "type": item["place_type"],
        "id": item["place_id"],
        "name": content.place_name if content else "",
        "path": content.path if content else None,
    }
