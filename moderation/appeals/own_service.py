"""What was decided about somebody's own words, as they read it: by which role and rule, never by whom."""

from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.errors import NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer
from moderation.appeals import store
from moderation.appeals.appealable import AGAINST, appealable_until, may_appeal
from moderation.community_rules import VERSION, find_clause
from moderation.content import Content, State, fetch_content
from moderation.decisions.author_notices import done
from moderation.decisions.own_bans import ban_that_came_of
from moderation.decisions.policy import access_own_decision
from moderation.decisions.reading import decisions_about, decisions_on, successor_of, successors_of
from moderation.decisions.ruling import Action
from moderation.evidence.words import words_at

JSON = dict[str, Any]
PAGE: Final = 50
_AGAINST_A_RULE: Final = AGAINST | {Action.LOCK}
ROLES: Final = frozenset({"moderator", "administrator", "officer"})


async def own_decision(app: web.Application, viewer: Viewer, decision_id: str) -> JSON:
    """One decision about the viewer's words; raises NotFound for another's.

    `done`, `clause` (title, text, address in the version of that day; none where nothing was held against them), `role`
    (`rule` where nobody decided), `read_since`: whether a person has decided about it later, `words` as they stood,
    `path` where they stand now, `appeal`, `may_appeal`, `is_too_late` and `appealable_until`, `ban` and `ban_ends`,
    `is_over`: what ends by itself has; and `later`: what took its place.
    """
    decision = await access_own_decision(viewer, decision_id)
    later = await successor_of(decision_id)
    appeal = await store.appeal_against(decision_id)
    target = (decision["target_type"], decision["target_id"])
    content = (await fetch_content(app, [target])).get(target)
    words = await words_at(decision_id)
    ban, ban_ends = await ban_that_came_of(decision_id) or (None, None)
    return {
        **_shown(decision, later, appeal),
        "read_since": decision["actor_id"] is None and await _was_read_since(decision),
        "ban": ban,
        "ban_ends": ban_ends,
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


async def _was_read_since(decision: JSON) -> bool:
    """Whether a person decided about the thing after a rule had."""
    rows = await decisions_on(decision["target_type"], decision["target_id"])
    return any(row["actor_id"] is not None and row["id"] > decision["id"] for row in rows)


def _words(decision: JSON, content: Content | None) -> str | None:
    """Of a decision without evidence, as those of before have none: what is hidden cannot have changed since."""
    if content is None or content.state is not State.HIDDEN or content.revision != decision["revision"]:
        return None
    return content.words


def _shown(decision: JSON, later: JSON | None, appeal: JSON | None) -> JSON:
    return {
        **{name: decision[name] for name in ("id", "target_type", "action", "at", "reason", "until", "seconds")},
        "done": done(decision),
        "clause": _clause(decision),
        "role": "rule" if decision["actor_id"] is None else _role(decision["actor_role"]),
        "later": later and {"id": later["id"], "action": later["action"], "at": later["at"], "reason": later["reason"]},
        "appeal": appeal,
        "may_appeal": may_appeal(decision, appeal, later),
        "is_too_late": _is_too_late(decision, appeal, later),
        "is_over": decision["until"] is not None and decision["until"] <= clock.now(),
        "appealable_until": appealable_until(decision),
    }


def _is_too_late(decision: JSON, appeal: JSON | None, later: JSON | None) -> bool:
    """Whether they could have appealed, and did not."""
    stands = decision["action"] in AGAINST and later is None and appeal is None
    return stands and clock.now() > appealable_until(decision)


def _role(role: str | None) -> str:
    return role if role in ROLES else "moderator"


def _clause(decision: JSON) -> JSON | None:
    """The rule that was broken: of what took nothing from them none is shown, for they would read it as blame."""
    if decision["action"] not in _AGAINST_A_RULE:
        return None
    version = decision["rules_version"]
    clause = find_clause(decision["clause"], version)
    if clause is None:
        return None
    address = "/rules" if version == VERSION else f"/rules?version={version}"
    return {"title": str(clause.title), "text": str(clause.text), "address": f"{address}#{clause.id}"}
