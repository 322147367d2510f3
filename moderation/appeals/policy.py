"""Who decides an appeal: somebody else than who decided, and never its author."""

from typing import Any

from foundation.errors import NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from moderation.appeals.models import Appeal
from moderation.decisions.policy import decides_in
from moderation.decisions.reading import cases_of
from moderation.models import Decision
from moderation.sealed.policy import may_read_case

JSON = dict[str, Any]


async def access_appeal(viewer: Viewer, appeal_id: str) -> tuple[JSON, JSON]:
    """An appeal that somebody may decide, and the decision it is against. Raises NotFound and NotAllowed.

    Whoever decided can't judge themselves: where nobody else moderates, an administrator of the force does.
    """
    appeal: JSON | None = await Appeal.filter(id=appeal_id).first().values()
    decision: JSON | None = await Decision.filter(id=appeal["decision_id"]).first().values() if appeal else None
    if appeal is None or decision is None or not _is_theirs(viewer, decision):
        raise NotFound(_("There is no such appeal."))
    if decision["author_id"] == viewer.id:
        raise NotAllowed(_("This is your own appeal: somebody else must decide about it."))
    if decision["actor_id"] == viewer.id:
        raise NotAllowed(_("This is against your own decision: somebody else must decide about it."))
    await _check_cleared(viewer, decision)
    return appeal, decision


def _is_theirs(viewer: Viewer, decision: JSON) -> bool:
    return decides_in(viewer, decision["force_id"], decision["neighbourhood_id"])


async def _check_cleared(viewer: Viewer, decision: JSON) -> None:
    for case in (await cases_of([decision["id"]])).values():
        if not await may_read_case(viewer, case):
            raise not_cleared()


def not_cleared() -> NotAllowed:
    """The refusal for what only those read who are cleared for a case."""
    return NotAllowed(_("This is about a sealed case. Only a moderator who is cleared for it can decide."))
