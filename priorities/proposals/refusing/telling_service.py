"""Who hears of a refusal, of an appeal against it, and of what became of that. Inside the act’s transaction."""

from typing import Any

from accounts.colleagues import colleagues_in
from accounts.moderators import moderators_of
from foundation.language import _
from foundation.permissions import Role
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all
from priorities.proposals.supporting.support import supporters_of
from priorities.writing import Tell

JSON = dict[str, Any]


async def tell_refused(proposal: JSON) -> list[Tell]:
    """Its author, who may appeal, and everybody who supports it."""
    return await _tell(proposal, "refused", _refused, _not_voted_on)


async def tell_decided(proposal: JSON, *, upheld: bool, in_time: bool) -> list[Tell]:
    """The same of what became of the appeal. `in_time`: before the vote; its supporters hear that it is let in."""
    if upheld:
        return await _tell(proposal, "appeal", _upheld)
    return await _tell(proposal, "appeal", _overturned if in_time else _overturned_late, _let_in if in_time else None)


async def tell_appealed(row: JSON, proposal: JSON) -> list[Tell]:
    """Officers who serve there and did not refuse it; where there is none, moderators and administrators."""
    people = await colleagues_in(row["force_id"], row["neighbourhood_id"])
    able = [each["id"] for each in people if each["role"] == Role.OFFICER]
    concerned = {proposal["refused_by_id"], proposal["author_id"]}
    staff = [each for each in able if each not in concerned]
    if not staff:
        others = await moderators_of(row["force_id"], row["neighbourhood_id"])
        staff = [each for each in others if each not in concerned]
    key = f"refusal-appeal:{proposal['id']}"
    return [all_noticed(await notify_all(staff, NoticeKind.STAFF, _appealed, _path(proposal), key=key))]


async def _tell(proposal: JSON, key: str, to_author: Any, to_supporters: Any = None) -> list[Tell]:
    author, path = proposal["author_id"], _path(proposal)
    key = f"{key}:{proposal['id']}"
    told = await notify_all([author], NoticeKind.PROPOSAL_DECIDED, to_author, path, key=key)
    if to_supporters is not None:
        others = [each for each in await supporters_of(proposal["id"]) if each != author]
        told += await notify_all(others, NoticeKind.PROPOSAL_DECIDED, to_supporters, path, key=key)
    return [all_noticed(told)]


def _path(proposal: JSON) -> str:
    return f"/proposals/{proposal['id']}/refusal"


def _refused() -> str:
    return _("Your proposal will not be voted on. Read why, and appeal if you think that is wrong.")


def _not_voted_on() -> str:
    return _("A proposal that you support was refused, and will not be voted on. Read why.")


def _appealed() -> str:
    return _("Somebody appeals against the refusal of their proposal. Who did not refuse it decides.")


def _upheld() -> str:
    return _("Somebody else has looked at your appeal: your proposal stays refused. Read why.")


def _overturned() -> str:
    return _("You were right: your proposal is let in, and will be voted on.")


def _let_in() -> str:
    return _("A proposal that you support is let in after an appeal, and will be voted on.")


def _overturned_late() -> str:
    return _("You were right: the refusal was wrong. The vote had begun already, so the next round can take it up.")
