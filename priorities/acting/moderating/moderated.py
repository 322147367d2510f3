"""Actions for moderation: a `moderation.content.Moderated`. What staff and partners wrote is flagged as all else is."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.text import check_text, rendered
from moderation.content import Also, Content, Exclusion, Line, State, Tell
from priorities.acting import store
from priorities.acting.finding import priority_changed
from priorities.acting.moderating.content import context, fetch_actions
from priorities.acting.next_days import bring_day
from priorities.acting.priority_rows import find_action, lock_priority
from priorities.acting.telling_service import tell_action
from priorities.meanwhile import changed_meanwhile
from priorities.models import ProposalState
from priorities.one_state import InOneState
from priorities.writing import Change, write

JSON = dict[str, Any]


class Actions(InOneState):
    """Nothing of an action waits while it is shown: an edit that would is refused to its author."""

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]:
        return await fetch_actions(ids)

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def put(
        self, app: web.Application, content: Content, also: Also, before: Sequence[str], state: str, **words: Any
    ) -> None:
        await write(app, partial(_changed, content, also, before, state, words))

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
        # The words of its figures, and the partner whom an officer named, are among those that are put in their place.
        words = check_text(body)
        columns = {"body": words, "html": await rendered(words), "figures": [], "edited_at": clock.now()}
        await self.put_words(app, content, also, **columns)

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> None:
        raise Conflict(_("Only officers and partners write here. Take this down, or let it stand."))

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        raise NotAllowed(_("Officers and partners can’t be silenced or removed here. Ask an administrator."))

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return []


async def _changed(content: Content, also: Also, before: Sequence[str], state: str, columns: JSON) -> Change[None]:
    row = await lock_priority(str(content.place_id))
    action = await find_action(content.id)
    if row is None or action is None or action["state"] not in before or content.state is State.GONE:
        raise changed_meanwhile()
    # What is hidden was read by somebody; whatever stands there now goes with it.
    if state != ProposalState.HIDDEN and action["version"] != content.revision:
        raise changed_meanwhile()
    if columns and not action["partner_by_record"]:
        columns = {**columns, "partner": ""}
    await store.set_action(content.id, action["version"], state=state, **columns)
    first_shown = action["state"] == ProposalState.HELD and state == ProposalState.PUBLISHED
    await bring_day(row, content.id, action["next_update_on"], shown=first_shown)
    tell: list[Tell] = []
    if first_shown:
        tell += await tell_action(row, content.id, content.author_id)
    await priority_changed(row["id"])
    tell += await also()
    return Change(None, priorities=[row["id"]], rounds=[row["round_id"]] if row["round_id"] else [], tell=tell)
