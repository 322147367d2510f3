"""Trying an old text under the rules of its day and of today. Nothing is stored, and nothing happens to the text."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from aiohttp import web

from foundation.errors import Invalid, NotFound
from foundation.language import _
from foundation.lengths import too_long
from foundation.permissions import Viewer
from foundation.text import MAX_LENGTH
from moderation.evidence.reading_service import read_evidence
from moderation.lists.service import words_of
from moderation.policy import check_moderates
from moderation.replay import store
from moderation.replay.by_model import ByModel, said_now, said_then
from moderation.replay.comparing import Comparison, compared
from moderation.risk.service import heard_now
from moderation.screening import Context, screen, under

JSON = dict[str, Any]


@dataclass(frozen=True)
class Replay:
    """A text, the rules it was tried under (`rules` id, in use since `since`), and what came of it.

    `evidence` is the snapshot that it is from, or None; `by_model` is what the model said of it, and says.
    """

    text: str
    rules: str
    since: datetime
    comparison: Comparison
    by_model: ByModel
    evidence: str | None = None


async def rule_sets(viewer: Viewer) -> list[JSON]:
    """The rules of other days that are kept, the newest first: `id`, `first_used_at`. Raises NotAllowed."""
    check_moderates(viewer)
    return await store.rule_sets()


async def replay_text(app: web.Application, viewer: Viewer, text: str, rules: str) -> Replay:
    """A text of somebody's choice under one of the rule sets. Raises NotAllowed, NotFound and Invalid (text)."""
    check_moderates(viewer)
    if not text.strip():
        raise Invalid.at("text", _("Paste the text first."))
    if len(text) > MAX_LENGTH:
        raise too_long(MAX_LENGTH, "text")
    kept = await store.rule_set(rules)
    if kept is None:
        raise NotFound(_("These rules are not kept here."))
    return await _replayed(app, viewer, text, kept, None)


async def replay_evidence(app: web.Application, viewer: Viewer, evidence: str) -> Replay:
    """What is kept of a thing, under the rules that found something in it, or else those of when it was kept.

    It is a reading of evidence, and written down as one. Raises NotAllowed, NotFound and Gone.
    """
    check_moderates(viewer)
    row = await read_evidence(app, viewer, evidence)
    snapshot = row["shown"]
    named = [hit["rule_set_id"] for hit in snapshot["hits"] if hit["rule_set_id"]]
    kept = (await store.rule_set(named[-1]) if named else None) or await store.in_use_at(row["taken_at"])
    if kept is None:
        raise NotFound(_("The rules of that day are not kept here."))
    words = snapshot["words"]
    replay = await _replayed(app, viewer, words["pending"] or words["body"], kept, said_then(snapshot))
    return replace(replay, evidence=evidence)


async def _replayed(app: web.Application, viewer: Viewer, text: str, kept: JSON, then: Sequence[JSON] | None) -> Replay:
    own, heard = await words_of(app, str(viewer.force)), await heard_now(app, text)
    comparison = await asyncio.to_thread(_compare, text, kept["content"], Context(words=own))
    by_model = ByModel(then, said_now(heard) if heard else None)
    return Replay(text, kept["id"], kept["first_used_at"], comparison, by_model)


def _compare(text: str, content: str, context: Context) -> Comparison:
    """As somebody's whom people here know, and who was not warned: what rules alone say."""
    return compared(text, under(content)(text, context), screen(text, context))
