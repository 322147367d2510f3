"""The appeals of a force, for those who decide them."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.permissions import Viewer
from moderation.appeals import store
from moderation.appeals.readable import access_readable_appeal
from moderation.community_rules import find_clause
from moderation.decisions.policy import decides_in
from moderation.decisions.reading import cases_of, decisions_by_id
from moderation.evidence.words import words_at
from moderation.names import DONE, worded
from moderation.policy import check_moderates
from moderation.sealed.policy import cases_read_by
from moderation.sealed.reading import sealed_texts

JSON = dict[str, Any]
_SAID = ("text", "reason")
"""What its author wrote, and whoever decided it."""


async def appeals_page(app: web.Application, viewer: Viewer) -> JSON:
    """What is `open`, longest first, and what was `decided`: each with `decision`, `by`, `author` and `may_decide`.

    Nothing of the neighbourhoods that the viewer does not serve, nor of their own: nobody learns who decided about
    them. Words of sealed cases only for who is cleared.
    """
    force = check_moderates(viewer)
    waiting, decided = await store.open_in(force), await store.decided_in(force)
    return {"open": await _shown(app, viewer, waiting), "decided": await _shown(app, viewer, decided)}


async def appeal_page(app: web.Application, viewer: Viewer, appeal_id: str) -> JSON:
    """One appeal with the `words` that it is about, as the decision found them. Raises NotFound and NotAllowed."""
    appeal, decision = await access_readable_appeal(app, viewer, appeal_id)
    [shown] = await _shown(app, viewer, [appeal])
    return {**shown, "words": await words_at(decision["id"])}


async def count_waiting(viewer: Viewer) -> int:
    """How many appeals wait in the viewer's force."""
    return await store.count_open(check_moderates(viewer))


async def _shown(app: web.Application, viewer: Viewer, appeals: Sequence[JSON]) -> list[JSON]:
    appeals = [appeal for appeal in appeals if appeal["person_id"] != viewer.id]
    decisions = await decisions_by_id([appeal["decision_id"] for appeal in appeals])
    cases, cleared = await cases_of(decisions), await cases_read_by(viewer)
    named = [appeal["decided_by_id"] for appeal in appeals] + [appeal["person_id"] for appeal in appeals]
    people = await persons({id_ for id_ in [*named, *(row["actor_id"] for row in decisions.values())] if id_})
    shown = [_one(viewer, appeal, decisions[appeal["decision_id"]], people) for appeal in appeals]
    visible = [one for one in shown if decides_in(viewer, one["decision"]["force_id"], _place(one))]
    said = await sealed_texts(app, viewer, viewer.force, (one[name] for one in visible for name in _SAID))
    return [
        _sealed(one)
        if cases.get(one["decision_id"], "") not in {"", *cleared} or any(one[name] in said for name in _SAID)
        else one
        for one in visible
    ]


def _one(viewer: Viewer, appeal: JSON, decision: JSON, people: Mapping[str, JSON]) -> JSON:
    clause = find_clause(decision["clause"], decision["rules_version"])
    return {
        **appeal,
        "decision": decision,
        "named": worded(DONE, decision["action"]),
        "clause": str(clause.title) if clause else "",
        "author": people.get(appeal["person_id"]),
        "by": people.get(decision["actor_id"]),
        "decided_by": people.get(appeal["decided_by_id"]),
        "may_decide": appeal["state"] == "open" and viewer.id not in (decision["actor_id"], appeal["person_id"]),
        "own": viewer.id == decision["actor_id"],
        "sealed": False,
    }


def _sealed(shown: JSON) -> JSON:
    return {**shown, "text": "", "reason": "", "sealed": True, "may_decide": False}


def _place(shown: JSON) -> str | None:
    place: str | None = shown["decision"]["neighbourhood_id"]
    return place
