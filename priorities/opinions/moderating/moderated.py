"""Statements for moderation: a `moderation.content.Moderated`."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from aiohttp import web

from foundation.cleaning import cleaned_line
from foundation.errors import Conflict, Invalid
from foundation.language import _
from moderation.content import Also, Content, Exclusion, Line, Tell
from priorities.excluding import service as excluding_service
from priorities.models import ProposalState
from priorities.one_state import InOneState
from priorities.opinions import store
from priorities.opinions.moderating.content import context, fetch_statements
from priorities.opinions.statement_rows import find_statement
from priorities.opinions.words import LONGEST
from priorities.policy import no_round
from priorities.round_rows import find_round, lock_round, touch_round
from priorities.writing import Change, write


class Statements(InOneState):
    """Its author can’t edit one, so nothing of it waits while it is shown. What is hidden keeps its opinions, and is
    shown and counted in groups no more.
    """

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]:
        return await fetch_statements(ids)

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def put(
        self, app: web.Application, content: Content, also: Also, before: Sequence[str], state: str, **words: Any
    ) -> None:
        await write(app, partial(_changed, content, also, before, state, words.get("text")))

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
        """Only while it is held, or its own words come back: people have said what they think of these words."""
        words = cleaned_line(body[: 8 * LONGEST])
        if not words or len(words) > LONGEST:
            raise Invalid.at("body", _("A statement has from 1 to %(most)s characters.", most=LONGEST))
        if by_staff and not content.waits:
            raise Conflict(_("People have said what they think of these words. Take the statement down instead."))
        await self.put_words(app, content, also, text=words)

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> None:
        raise Invalid(_("A round has dates, and is not locked. Hide the statement, or keep its author from writing."))

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        row = await find_round(str(content.place_id))
        if row is None:
            raise no_round()
        return await excluding_service.exclude(row, str(content.author_id), exclusion)

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.readmit(str(content.author_id), exclusion)


async def _changed(content: Content, also: Also, before: Sequence[str], state: str, text: str | None) -> Change[None]:
    row = await lock_round(str(content.place_id))
    statement = await find_statement(content.id)
    # What is hidden was read by somebody; whatever stands there now goes with it.
    overtaken = statement and state != ProposalState.HIDDEN and statement["version"] != content.revision
    if row is None or statement is None or statement["state"] not in before or overtaken:
        raise Conflict(_("This has changed since you read it. Look again."))
    await store.set_statement(statement, state, text)
    await touch_round(row["id"])
    return Change(None, rounds=[row["id"]], tell=list(await also()))
