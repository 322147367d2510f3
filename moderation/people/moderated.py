"""Names and pictures for the queue: each a `moderation.content.Moderated`, and what people may flag."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any, NoReturn

from aiohttp import web

from accounts.above import person_changed
from accounts.avatars.withholding import give_avatar_back, take_avatar
from accounts.names.withholding import give_name_back, take_name
from accounts.withheld import shown_and_withheld
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Also, Content, Exclusion, Line, Moderated, Tell, tell_all
from moderation.people.content import AVATAR, NAME, avatar_of, is_recorded, name_of
from moderation.people.ports import LastPlaces, Place
from neighbourhoods.atlas import current_atlas

_Make = Callable[[Mapping[str, Any], Place | None, str], Content]


class _OfPeople:
    """What names and pictures have in common. `writing` moderates the words that stand in the same places."""

    type: str
    make: _Make

    def __init__(self, places: LastPlaces, writing: Moderated) -> None:
        self._places, self._writing = places, writing

    async def fetch(self, ids: Collection[str]) -> dict[str, Content]:
        wanted = [id_ for id_ in set(ids) if is_own_id(id_)]
        rows = await shown_and_withheld(wanted)
        places = await self._places(rows) if rows else {}
        force = await _some_force() if rows else ""
        return {id_: type(self).make(row, places.get(id_), force) for id_, row in rows.items()}

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return [Line(content.id, content.author_id, content.words, content.at, this=True)]

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        row = (await shown_and_withheld([content.id])).get(content.id)
        if row is None or is_recorded(row["role"]):
            raise NotAllowed(_("Staff are shown as their force’s record has them. An administrator can change that."))
        await self._changed(app, content, partial(self._take, content), also)

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        await self._changed(app, content, partial(self._give_back, content), also)

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        _nothing_waits()

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        _nothing_waits()

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        _nothing_waits()

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
        raise NotAllowed(_("Nobody chooses a name or a picture for somebody else. Take it down: they choose another."))

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> int | None:
        return await self._writing.lock(app, _somewhere(content), locked=locked, also=also)

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await self._writing.exclude(_somewhere(content), exclusion)

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await self._writing.readmit(_somewhere(content), exclusion)

    async def access(self, viewer: Viewer, target_id: str) -> None:
        """Anybody may flag anybody but themselves: what is one's own one changes."""
        if target_id == viewer.id:
            raise NotAllowed(_("This is you. You can change your name and your picture in your account."))
        if not is_own_id(target_id) or target_id not in await shown_and_withheld([target_id]):
            raise NotFound(_("There is nobody of this id here."))

    async def flagged(self, app: web.Application, place_id: str | None, target_id: str, reason: str) -> None:
        """Nobody but the moderators of the force is told: they have it in their queue."""

    async def _take(self, content: Content) -> None:
        raise NotImplementedError

    async def _give_back(self, content: Content) -> None:
        raise NotImplementedError

    async def _changed(self, app: web.Application, content: Content, act: Callable[[], Any], also: Also) -> None:
        async def work() -> Sequence[Tell]:
            await act()
            return await also()

        await tell_all(app, await atomic(work))
        await person_changed(app, content.id)


class Names(_OfPeople):
    """What people are called. Taken away, its owner is a number until they choose another."""

    type, make = NAME, staticmethod(name_of)

    async def _take(self, content: Content) -> None:
        await take_name(content.id, content.body)

    async def _give_back(self, content: Content) -> None:
        await give_name_back(content.id)


class Avatars(_OfPeople):
    """The drawn pictures that people choose. Taken away, their owner has the one that everybody begins with."""

    type, make = AVATAR, staticmethod(avatar_of)

    async def _take(self, content: Content) -> None:
        await take_avatar(content.id, content.body)

    async def _give_back(self, content: Content) -> None:
        await give_avatar_back(content.id)


def _somewhere(content: Content) -> Content:
    if content.place_id is None:
        raise Conflict(_("This person has written nothing yet: there is no place to keep them out of."))
    return content


def _nothing_waits() -> NoReturn:
    raise Conflict(_("Nothing waits here: names and pictures are shown at once."))


async def _some_force() -> str:
    """Where a guest is looked at who has a home nowhere, and has written nothing: the first force by its id."""
    places = (await current_atlas()).places.values()
    return min((place.force_id for place in places), default="")
