"""Keeping evidence: what stood there, before anything is decided about it."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from accounts.avatars.kept import picture_of
from accounts.people import persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.permissions import READER
from moderation.content import Content, Line
from moderation.evidence import store
from moderation.evidence.retention import retained_until
from moderation.evidence.snapshot import canonical, digest_of, shows_the_same_thing, snapshot_of

JSON = dict[str, Any]


async def keep(
    content: Content,
    lines: Sequence[Line],
    *,
    why: str,
    kind: str,
    item_id: str | None = None,
    decision_id: str | None = None,
    case_id: str | None = None,
) -> str:
    """Keep a thing as it stands, with what stands around it; gives the evidence's id. Inside a transaction.

    `why` is what made us keep it (held, flagged, paged, decided, appeal), `kind` one of `moderation.items.kinds`, after
    which it is kept longer or shorter. What is kept already is not kept twice: for a decision where all of it is the
    same, else where the thing itself is. The audit has its digest, so that the chain covers it.
    """
    snapshot = await _taken(content, lines)
    text = canonical(snapshot)
    ids = {"item_id": item_id, "decision_id": decision_id, "case_id": case_id}
    kept = await store.latest_of(content.type, content.id)
    if kept and _is_kept(kept, snapshot, text, ids):
        return await _kept_again(kept, kind, ids)
    values = {"why": why, "kind": kind, "snapshot": text, "digest": digest_of(text), **ids}
    return await _add(content, values)


async def keep_picture(media_type: str, content: bytes) -> str:
    """Keep a picture that a `Content` shows, and give its digest. Inside a transaction."""
    digest = hashlib.sha256(content).hexdigest()
    await store.add_pictures({digest: (media_type, content)})
    return digest


async def _taken(content: Content, lines: Sequence[Line]) -> JSON:
    people = await persons({id_ for id_ in (content.author_id, *(line.author_id for line in lines)) if id_})
    if author := people.get(content.author_id or ""):
        picture = await picture_of(author["avatar"])
        author["picture"] = await keep_picture(*picture) if picture else None
    hits = await store.hits_of(content.type, content.id)
    return snapshot_of(content, lines, people, hits, await store.flags_of(content.type, content.id))


def _is_kept(kept: JSON, snapshot: JSON, text: str, ids: dict[str, str | None]) -> bool:
    """Whether what is kept already does: what belongs to another item, decision or case stands for itself."""
    if any(ids[name] and kept[name] not in (None, ids[name]) for name in ids):
        return False
    if ids["decision_id"]:
        return bool(kept["digest"] == digest_of(text))
    return shows_the_same_thing(json.loads(kept["snapshot"]), snapshot)


async def _kept_again(kept: JSON, kind: str, ids: dict[str, str | None]) -> str:
    until: datetime = max(kept["retain_until"], retained_until(kind, clock.now()))
    new = {name: id_ for name, id_ in ids.items() if id_ and kept[name] is None}
    await store.set_beside(kept["id"], retain_until=until, **new)
    if new:
        await _audit(kept["id"], kept["digest"], new)
    return str(kept["id"])


async def _add(content: Content, values: JSON) -> str:
    now = clock.now()
    evidence = await store.add_evidence(
        target_type=content.type,
        target_id=content.id,
        revision=content.revision,
        force_id=content.force_id,
        neighbourhood_id=content.neighbourhood_id,
        author_id=content.author_id,
        taken_at=now,
        retain_until=retained_until(values["kind"], now),
        **values,
    )
    about = {"target": f"{content.type}:{content.id}", "why": values["why"]}
    await _audit(evidence, values["digest"], about | {name: values[name] for name in _IDS if values[name]})
    return evidence


_IDS = ("item_id", "decision_id", "case_id")


async def _audit(evidence: str, digest: str, about: JSON) -> None:
    """Nobody's act: it follows from what was held, flagged or decided, which has an entry of its own."""
    details = {"digest": digest, **about}
    await add_entry(act="evidence.keep", actor=READER, subject_type="evidence", subject_id=evidence, details=details)
