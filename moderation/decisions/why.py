"""Why somebody of a place's staff decides about words or people in it."""

from dataclasses import dataclass, replace

from aiohttp import web

from moderation.community_rules import check_clause
from moderation.explanations import check_explanation
from moderation.sealed.service import check_unsealed


@dataclass(frozen=True, slots=True)
class Why:
    """What its author or the person reads; the id of a community rule, empty for the one that usually fits; and for how
    long somebody is kept out, in seconds (None: not before the place closes).
    """

    reason: str = ""
    clause: str = ""
    seconds: int | None = None


async def explained(app: web.Application, force: str, why: Why, *, needed: bool = True) -> Why:
    """The same, cleaned; raises Invalid where the reason is missing, or says something of a sealed case, and for a
    clause that is none.
    """
    check_clause(why.clause)
    reason = check_explanation(why.reason, needed=needed)
    await check_unsealed(app, force, reason, field="reason")
    return replace(why, reason=reason)
