"""Passing something on: who is asked to decide instead, and what they are told."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from aiohttp import web

from accounts.people import officers_of, persons
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import MODERATORS
from moderation.content import Content, Tell
from moderation.decisions.policy import safeguarding_of, serves_force
from moderation.paging.hosts import hosts_of
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from notices.taking_back_service import take_back

JSON = dict[str, Any]
OFFICER: Final = "officer"
SAFEGUARDING: Final = "safeguarding"


async def asked_of(app: web.Application, content: Content, to: str, by: str) -> Collection[str]:
    """The ids of those who are asked; never `by`, who passes it on, nor the thing's author.

    An officer: those who hold its place, or else serve its neighbourhood. Safeguarding: the administrators of the
    force. Anything else is the id of one person on the force's staff. Raises Invalid where there is nobody.
    """
    people = set(await _people(app, content, to)) - {by, content.author_id}
    if not people:
        raise Invalid.at("to", _("There is nobody to pass this on to. Choose somebody else."))
    return sorted(people)


async def _people(app: web.Application, content: Content, to: str) -> Collection[str]:
    if to == SAFEGUARDING:
        return await safeguarding_of(content.force_id)
    if to == OFFICER:
        return await hosts_of(app, content) or await _officers(content)
    return [to] if await serves_force(to, content) else []


async def _officers(content: Content) -> Collection[str]:
    serving = await officers_of(content.neighbourhood_id) if content.neighbourhood_id else []
    return [officer["id"] for officer in serving]


async def tell_asked(people: Collection[str], content: Content, decision: JSON) -> Sequence[Tell]:
    """Ask them, inside the decision's transaction: moderators in the queue, officers where the thing stands."""
    roles = {id_: person["role"] for id_, person in (await persons(people)).items()}
    for id_ in people:
        path = f"/moderation/items/{decision['item_id']}" if roles.get(id_) in MODERATORS else content.path
        await notify(id_, NoticeKind.PASSED_ON, _asked, path, key=_key(decision), urgent=True)
    return [noticed(id_) for id_ in people]


async def untell_asked(people: Collection[str], decision: JSON) -> Sequence[Tell]:
    """They are not asked any more."""
    for id_ in people:
        await take_back(id_, _key(decision))
    return [noticed(id_) for id_ in people]


def _asked() -> str:
    return _("A moderator passed something on to you: please look at it and decide.")


def _key(decision: JSON) -> str:
    return f"passed_on.{decision['id']}"
