"""What was decided about somebody's own words, as they read it: by which role and rule, never by whom."""

from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web

from foundation.errors import NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer
from moderation.appeals import store
from moderation.appeals.appealable import appealable_until, may_appeal
from moderation.community_rules import VERSION, find_clause
from moderation.content import Content, State, fetch_content
from moderation.decisions.policy import access_own_decision
from moderation.decisions.reading import decisions_about, successor_of, successors_of
from moderation.decisions.telling import done
from moderation.evidence.words import words_at

JSON = dict[str, Any]
PAGE: Final = 50
ROLES: Final = frozenset({"moderator", "administrator", "officer"})


async def own_decision(app: web.Application, viewer: Viewer, decision_id: str) -> JSON:
    """One decision about the viewer's words; raises NotFound for another's.

    `done`, `clause` (title, text, address in the version of that day), `role` (`rule` where nobody decided), `words` as
    they stood, `path` where they stand now, `appeal`, `may_appeal` and `appealable_until`, and `later`: what took its
    place.
    """
    decision = await access_own_decision(viewer, decision_id)
    later = await successor_of(decision_id)
    appeal = await store.appeal_against(decision_id)
    target = (decision["target_type"], decision["target_id"])
    content = (await fetch_content(app, [target])).get(target)
    words = await words_at(decision_id)
    return {
        **_shown(decision, later, appeal),
        "words": _words(decision, content) if words is None else words.body if words.pending is None else words.pending,
        "now": content.body if content and decision["action"] == "edit" and not later else None,
        "path": content.path if content and content.state is not State.GONE else None,
        "place_name": content.place_name if content else "",
    }


async def own_decisions(viewer: Viewer, before: str | None = None) -> tuple[Sequence[JSON], str | None]:
    """The decisions about the viewer's words, newest first, and the `before` of the next page."""
    if viewer.id is None:
        raise NotSignedIn(_("Please sign in or join under a name first."))
    rows = await decisions_about(viewer.id, before, PAGE + 1)
    ids = [row["id"] for row in rows[:PAGE]]
    later, appeals = await successors_of(ids), await store.appeals_against(ids)
    shown = [_shown(row, later.get(row["id"]), appeals.get(row["id"])) for row in rows[:PAGE]]
    return shown, ids[-1] if len(rows) > PAGE else None


def _words(decision: JSON, content: Content | None) -> str | None:
    """Of a decision without evidence, as those of before have none: what is hidden cannot have changed since."""
    if content is None or content.state is not State.HIDDEN or content.revision != decision["revision"]:
        return None
    return content.words


def _shown(decision: JSON, later: JSON | None, appeal: JSON | None) -> JSON:
    return {
        **{name: decision[name] for name in ("id", "action", "at", "reason", "until", "seconds")},
        "done": done(decision),
        "clause": _clause(decision),
        "role": "rule" if decision["actor_id"] is None else _role(decision["actor_role"]),
        "later": later and {"id": later["id"], "action": later["action"], "at": later["at"], "reason": later["reason"]},
        "appeal": appeal,
        "may_appeal": may_appeal(decision, appeal, later),
        "appealable_until": appealable_until(decision),
    }


def _role(role: str | None) -> str:
    return role if role in ROLES else "moderator"


def _clause(decision: JSON) -> JSON | None:
    version = decision["rules_version"]
    clause = find_clause(decision["clause"], version)
    if clause is None:
        return None
    address = "/rules" if version == VERSION else f"/rules?version={version}"
    return {"title": str(clause.title), "text": str(clause.text), "address": f"{address}#{clause.id}"}
