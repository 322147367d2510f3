"""Drills for the queue: a `moderation.content.Moderated` whose decisions are written down, and nothing else happens."""

from collections.abc import Collection, Sequence

from aiohttp import web

from foundation.errors import Conflict
from foundation.ids import is_id
from foundation.language import _
from moderation.content import Also, Content, Exclusion, Line, Tell
from moderation.decisions.carrying_out import record_only
from moderation.drills import store
from moderation.drills.content import content_of, line_of


class Drills:
    """Made-up emergencies: nobody wrote them, and nobody but moderators sees them."""

    async def fetch(self, ids: Collection[str]) -> dict[str, Content]:
        rows = await store.drills_of_ids([id_ for id_ in set(ids) if is_id(id_)])
        return {row["id"]: content_of(row) for row in rows}

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return [line_of(content)]

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await record_only(app, also)

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await record_only(app, also)

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        await record_only(app, also)

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        await record_only(app, also)

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        await record_only(app, also)

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
        await record_only(app, also)

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> None:
        await record_only(app, also)

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        raise Conflict(_("This is a drill: there is nobody to keep out. Take it down, or let it stand."))

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return []
