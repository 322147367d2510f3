"""One item with everything that is needed to decide about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.permissions import Viewer
from moderation.content import CONTENT, Content, Line, fetch_content
from moderation.flags.records import records_of
from moderation.queue import about_store, claims_store, store
from moderation.queue.claims_service import claimer
from moderation.queue.marking import marked
from moderation.queue.policy import Worker, access_item, access_queue
from moderation.queue.shown_items import shown_items
from moderation.sealed.reading import instead_of_sealed, sealed_texts

JSON = dict[str, Any]
_AROUND = 5
"""Lines before and after the thing."""
_OTHERS = 20


async def read_item(app: web.Application, viewer: Viewer, item_id: str) -> JSON:
    """Everything about one item; raises NotFound, and NotAllowed for one's own words.

    As `shown_items` has it, and `mine` (whether the viewer has claimed it; it is claimed for ten more minutes then),
    `decided` (what ended it), and where the words may be shown also `content`, `pieces`, `around`, `flagged`, `record`,
    `decisions`, `evidence`, `others` (what else of its author waits).
    """
    worker = await access_queue(viewer)
    item = await access_item(worker, item_id)
    mine = claimer(item, clock.now()) == worker.id
    if mine:
        await claims_store.set_claim(item_id, worker.id, clock.now())
    [shown] = await shown_items(app, worker, [item])
    shown |= {"mine": mine, "decisions": await _decisions(item) if shown["may_read"] else []}
    shown["decided"] = next((row for row in shown["decisions"] if row["id"] == item["decision_id"]), None)
    if not shown["shown"]:
        return shown
    content = (await fetch_content(app, [(item["target_type"], item["target_id"])])).get(
        (item["target_type"], item["target_id"])
    )
    return {**shown, **await _words(app, content, shown), **await _known(app, worker, item)}


async def _words(app: web.Application, content: Content | None, shown: JSON) -> JSON:
    if content is None:
        return {"content": None, "pieces": [], "around": []}
    lines = await app[CONTENT][content.type].context(content, _AROUND)
    people = await persons({line.author_id for line in lines if line.author_id})
    around = [_line(line, people) for line in lines]
    return {"content": content, "pieces": marked(content.words, shown["hits"]), "around": around}


def _line(line: Line, people: Mapping[str, Any]) -> JSON:
    author = people.get(line.author_id) if line.author_id else None
    return {"id": line.id, "body": line.body, "at": line.at, "this": line.this, "author": author}


async def _known(app: web.Application, worker: Worker, item: JSON) -> JSON:
    """About the author and those who flagged, and where its evidence is."""
    author, now = item["author_id"], clock.now()
    record = await about_store.record_of(author, worker.force, now, worker.cases) if author else None
    if record:
        record["latest"] = await _by_whom(record["latest"])
    return {
        "flagged": await _flags(app, worker, item),
        "record": record,
        "evidence": await about_store.evidence_of(item),
        "others": await _others(app, worker, item) if author else [],
    }


async def _flags(app: web.Application, worker: Worker, item: JSON) -> Sequence[JSON]:
    flags = await about_store.flags_on(item)
    sealed = await sealed_texts(app, worker.actor, worker.force, (flag["note"] for flag in flags))
    flags = [flag | {"note": instead_of_sealed()} if flag["note"] in sealed else flag for flag in flags]
    makers = {flag["person_id"] for flag in flags}
    people, records = await persons(makers), await records_of(makers)
    return [{**flag, "person": people.get(flag["person_id"]), "record": records[flag["person_id"]]} for flag in flags]


async def _decisions(item: JSON) -> list[JSON]:
    return await _by_whom(await about_store.decisions_on(item))


async def _by_whom(decisions: Iterable[JSON]) -> list[JSON]:
    rows = list(decisions)
    people = await persons({row["actor_id"] for row in rows if row["actor_id"]})
    return [{**row, "by": people.get(row["actor_id"])} for row in rows]


async def _others(app: web.Application, worker: Worker, item: JSON) -> list[JSON]:
    rows = await store.others_of(item["author_id"], worker.force, item["id"], _OTHERS)
    now = clock.now()
    theirs = [row for row in rows if _could_be_decided(worker, row, now)]
    return [shown for shown in await shown_items(app, worker, theirs) if not shown["own_flag"]]


def _could_be_decided(worker: Worker, item: JSON, now: datetime) -> bool:
    """With another one of the same author: it is served, readable, and nobody else has it before them."""
    served = worker.places is None or item["neighbourhood_id"] in worker.places
    return served and worker.may_read(item) and claimer(item, now) in (None, worker.id)
