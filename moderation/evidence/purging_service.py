"""Emptying evidence when its time is over, but for what a legal hold keeps. The digest stays."""

import json
from functools import partial

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.permissions import READER
from moderation.evidence import purging_store as store
from moderation.evidence.snapshot import pictures_in
from moderation.legal_holds.kept import is_held, is_kept

_TOGETHER = 100


async def purge_evidence(app: web.Application) -> None:
    """Empty what is due; again, or in two processes at once, it does nothing more."""
    while due := await store.due(clock.now(), _TOGETHER):
        for evidence in due:
            await atomic(partial(_empty, app, evidence))
        if len(due) < _TOGETHER:
            return


async def _empty(app: web.Application, evidence: str) -> None:
    kept = await store.find_kept(evidence)
    # Asked again in the transaction that empties it: a hold that was placed a moment ago counts.
    if kept is None or await _is_held(app, kept["author_id"], kept["target_type"], kept["target_id"]):
        return
    await store.set_emptied(evidence, clock.now())
    await store.remove_unshown(pictures_in(json.loads(kept["snapshot"])))
    await add_entry(
        act="evidence.purge", actor=READER, subject_type="evidence", subject_id=evidence,
        details={"digest": kept["digest"], "kind": kept["kind"]},
    )  # fmt: skip


async def _is_held(app: web.Application, author: str | None, target_type: str, target_id: str) -> bool:
    return bool(author and await is_held("person", author)) or await is_kept(app, target_type, target_id)
