"""The pictures of what people write: put into it, shown with its words, and gone with them."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid
from foundation.ids import is_own_id
from foundation.language import _, ngettext
from foundation.permissions import Viewer
from foundation.pictures.sending import SentPictures
from foundation.pictures.shown import FIELD, MOST, SIZES, no_picture, picture_shown
from foundation.pictures.table import Owner
from foundation.queries import Query

JSON = dict[str, Any]
CheckReadable = Callable[[web.Application, Viewer, JSON], Awaitable[None]]
SetCount = Callable[[Owner, int], Awaitable[None]]


@dataclass(frozen=True)
class Pictures(SentPictures):
    """The pictures of a feature.

    `placed` gives one that is not removed by its id: `person_id`, `owner_id`, and what `check_readable` asks, which
    raises NotFound for one that stands in what the viewer may not read. `set_count` writes down how many of an owner's
    are shown. `keeps_what_stood`: what an edit leaves out stands there until an edit that waits is shown.
    """

    placed: Query
    check_readable: CheckReadable
    set_count: SetCount
    keeps_what_stood: bool = False

    async def words_of(self, person: str, picture_ids: Sequence[str]) -> str:
        """What a person's pictures show in their words, a line each, to be screened with the post. Before `attach`.

        Raises Invalid: too many, one that is not theirs or was removed, or one without words.
        """
        return _seen(await self._checked(person, picture_ids))

    async def attach(
        self, person: str, picture_ids: Sequence[str], owner: Owner, seen: str, *, waiting: bool = False
    ) -> int:
        """Make these, and no others, the pictures of their owner, in this order; gives how many are shown.

        Inside the transaction of the words. Those that it had and that are not named are removed for good. `seen` are
        their words as they were screened. `waiting`: the edit is held, and what is new in it waits with its words.
        Raises Invalid, as `words_of` does, and Conflict for a picture that went elsewhere, or was described otherwise,
        meanwhile.
        """
        wanted = [picture["id"] for picture in await self._checked(person, picture_ids)]
        before = await self.table.pictures_of([owner[-1]], *owner[:-1])
        # One that waited with an earlier edit has been read by nobody yet.
        shown = {row["id"] for row in before if row["position"] >= 0}
        kept = {*wanted, *(shown if waiting and self.keeps_what_stood else ())}
        await self.table.remove([row["id"] for row in before if row["id"] not in kept])
        for position, picture_id in enumerate(wanted):
            waits = waiting and picture_id not in shown
            if not await self.table.set_place(picture_id, owner, -1 - position if waits else position):
                raise Conflict.at(FIELD, _("One of the pictures is in another post already. Choose it again."))
        # From now on nobody changes these words: nobody did since they were screened.
        if _seen(await self.own(person, wanted)) != seen:
            raise Conflict.at(FIELD, _("Somebody else has just changed this. Look again."))
        return await self.count(owner)

    async def remove_waiting(self, owner: Owner) -> None:
        """They go for good with an edit that waits no longer and was not shown. Inside the caller's transaction."""
        rows = await self.table.pictures_of([owner[-1]], *owner[:-1])
        await self.table.remove([row["id"] for row in rows if row["position"] < 0])

    async def remove_of(self, ids: Collection[str], *kind: str) -> None:
        """Remove for good every picture of these, those that wait too. Inside the caller's transaction."""
        rows = await self.table.pictures_of(ids, *kind)
        await self.table.remove([row["id"] for row in rows])
        for id_ in {row["owner_id"] for row in rows}:
            await self.set_count((*kind, id_), 0)

    async def count(self, owner: Owner) -> int:
        """Write down how many of an owner's are shown; gives it."""
        shown = await self.table.count_shown(owner)
        await self.set_count(owner, shown)
        return shown

    async def pictures_of(self, ids: Collection[str], *kind: str, waiting: bool = False) -> dict[str, list[JSON]]:
        """The pictures of each of these that has some, as pages get them; who may see the words sees them.

        `waiting`: with those of a held edit, for its author and staff.
        """
        found: dict[str, list[JSON]] = {}
        for row in await self.table.pictures_of(ids, *kind):
            if row["position"] >= 0 or waiting:
                found.setdefault(row["owner_id"], []).append(picture_shown(row, self.path))
        return found

    async def digests_of(self, ids: Collection[str], *kind: str) -> dict[str, list[str]]:
        """The SHA-256 of the pictures of each of these, those that wait too, for moderation."""
        found: dict[str, list[str]] = {}
        for row in await self.table.pictures_of(ids, *kind):
            found.setdefault(row["owner_id"], []).append(row["sha256"])
        return found

    async def check_may_look(self, app: web.Application, viewer: Viewer, picture_id: str, size: str) -> None:
        """Raises NotFound for a picture that the viewer may not see, now, or a size that there is not.

        Until it stands in something, who sent it may, and from then on who may read what it stands in.
        """
        found = await self.placed.rows(picture_id) if size in SIZES and is_own_id(picture_id) else []
        if not found:
            raise no_picture()
        [picture] = found
        if viewer.signed_in and picture["person_id"] == viewer.id:
            return
        if picture["owner_id"] is None:
            raise no_picture()
        await self.check_readable(app, viewer, picture)

    async def bytes_of(self, picture_id: str, size: str) -> bytes:
        """Its bytes (WebP), after `check_may_look`; raises NotFound where it was removed meanwhile."""
        found = await self.table.bytes_of(picture_id, size)
        if found is None:
            raise no_picture()
        return found

    async def _checked(self, person: str, picture_ids: Sequence[str]) -> list[JSON]:
        wanted = list(dict.fromkeys(picture_ids))
        if len(wanted) > MOST:
            raise Invalid.at(FIELD, ngettext("Choose at most %(n)s picture.", "Choose at most %(n)s pictures.", MOST))
        pictures = await self.own(person, wanted)
        if len(pictures) < len(wanted):
            raise Invalid.at(FIELD, _("One of the pictures is not there any more. Choose it again."))
        if not all(picture["alt"] for picture in pictures):
            raise Invalid.at(FIELD, _("Say what each picture shows, for people who can’t see it."))
        return pictures


def _seen(pictures: Sequence[JSON]) -> str:
    return "\n".join(picture["alt"] for picture in pictures)
