"""Proposals for moderation: a `moderation.content.Moderated`."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial

from aiohttp import web

from foundation.errors import Invalid
from foundation.language import _
from moderation.content import Also, Content, Exclusion, Line, Tell
from priorities.excluding import service as excluding_service
from priorities.policy import no_round
from priorities.proposals.merging.freeing_service import set_free_of
from priorities.proposals.moderating import acts
from priorities.proposals.moderating.content import context, fetch_proposals
from priorities.proposals.successors import priorities_made_of
from priorities.round_rows import find_round
from priorities.writing import Change, write

Act = Callable[[], Awaitable[str]]


class Proposals:
    """Rounds have no log, so that no act gives a `seq`."""

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]:
        return await fetch_proposals(ids)

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await _carried_out(app, content, partial(acts.hide, content), partial(_and_freed, content, also))

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await _carried_out(app, content, partial(acts.refuse, content), also)

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        waits = await acts.words_written(content, pending) if pending else None
        await _carried_out(app, content, partial(acts.hold, content, waits), also)

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        await _carried_out(app, content, partial(acts.show, content), also)

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        await _carried_out(app, content, partial(acts.approve, content), also)

    async def edit(
        self,
        app: web.Application,
        content: Content,
        body: str,
        also: Also,
        *,
        by_staff: bool,
        pending: str | None = None,
    ) -> None:
        words = await acts.words_written(content, body)
        waits = await acts.words_written(content, pending) if pending else None
        await _carried_out(app, content, partial(acts.put, content, words, waits, by_staff=by_staff), also)

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> None:
        raise Invalid(_("A round has dates, and is not locked. Hide the proposal, or keep its author from writing."))

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        row = await find_round(str(content.place_id))
        if row is None:
            raise no_round()
        return await excluding_service.exclude(row, str(content.author_id), exclusion)

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.readmit(str(content.author_id), exclusion)


async def _and_freed(content: Content, also: Also) -> Sequence[Tell]:
    """What was part of a proposal that was hidden stands for itself again, where it can still be voted on."""
    row = await find_round(str(content.place_id))
    freed = await set_free_of(row, content.id) if row else []
    return [*await also(), *freed]


async def _carried_out(app: web.Application, content: Content, act: Act, also: Also) -> None:
    async def work() -> Change[None]:
        round_id = await act()
        priorities = await priorities_made_of({"id": content.id, "round_id": round_id})
        return Change(None, rounds=[round_id], priorities=priorities, tell=list(await also()))

    await write(app, work)
