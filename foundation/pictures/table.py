"""Every query and insert about the pictures of what people write, for the table that a feature keeps them in."""

from base64 import b64encode
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.paging import by_key
from foundation.pictures.columns import PictureColumns
from foundation.queries import Query

JSON = dict[str, Any]
Owner = tuple[str, ...]
"""What a picture stands in: what the columns hold that lead to it, its id last."""
_GONE: JSON = {"small": None, "large": None, "alt": ""}
_HELD = ("sha256", "width", "height", "alt", "created_at", "removed_at")


@dataclass(frozen=True)
class PictureTable:
    """A feature's table of pictures.

    `owner` names the columns that lead to what one stands in, the id last. `of` asks for those that are not removed by
    the columns before, and by the ids; `own` for those of a person, by their ids. Both give `id`, `owner_id`,
    `person_id`, `position`, `width`, `height`, `alt`, `sha256`.
    """

    model: type[PictureColumns]
    owner: tuple[str, ...]
    of: Query
    own: Query

    async def add(self, person: str, columns: JSON) -> str:
        """Keep a picture that is on its way; gives its id."""
        picture_id = new_id()
        await self.model.create(id=picture_id, person_id=person, created_at=clock.now(), **columns)
        return picture_id

    async def loose_of(self, person: str) -> list[str]:
        """The ids of those that somebody has sent and put into nothing."""
        rows = await self.model.filter(person_id=person, removed_at=None, **self._loose).values("id")
        return [row["id"] for row in rows]

    async def own_pictures(self, person: str, ids: Collection[str]) -> list[JSON]:
        """Those of these that are theirs and not removed."""
        return await self.own.rows(person, list(ids)) if ids else []

    async def pictures_of(self, ids: Collection[str], *kind: str) -> list[JSON]:
        """Those of these, each in its place, and among them those that wait with an edit (`position` below 0)."""
        rows = await self.of.rows(*kind, list(ids)) if ids else []
        return sorted(rows, key=_place)

    async def bytes_of(self, picture_id: str, size: str) -> bytes | None:
        found = await self.model.filter(id=picture_id).values_list(size, flat=True)
        return bytes(found[0]) if found and found[0] is not None else None

    async def set_alt(self, person: str, picture_id: str, alt: str) -> None:
        """Of a picture that is in nothing yet: what stands in something was screened with it."""
        mine = self.model.filter(id=picture_id, person_id=person, removed_at=None, **self._loose)
        await mine.update(alt=alt)

    async def set_place(self, picture_id: str, owner: Owner, position: int) -> bool:
        """Put it into its owner; False where it stands in another one by now."""
        there, placed = self.model.filter(id=picture_id, removed_at=None), self._placed(owner)
        if await there.filter(**self._loose).update(**placed, position=position):
            return True
        return bool(await there.filter(**placed).update(position=position))

    async def remove(self, ids: Sequence[str]) -> None:
        """Nothing stays of these that could be looked at."""
        if ids:
            await self.model.filter(id__in=list(ids)).update(removed_at=clock.now(), **_GONE)

    async def remove_loose(self, ids: Sequence[str]) -> None:
        """The same of those that are in nothing: one that is put into something at this moment stays in it."""
        if ids:
            await self.model.filter(id__in=list(ids), **self._loose).update(removed_at=clock.now(), **_GONE)

    async def count_shown(self, owner: Owner) -> int:
        """How many of an owner's pictures are shown, those that wait left out."""
        return await self.model.filter(removed_at=None, position__gte=0, **self._placed(owner)).count()

    async def remove_loose_before(self, moment: datetime, most: int) -> int:
        """Take out rows of pictures that were put into nothing, the oldest first; gives how many."""
        loose = self.model.filter(created_at__lt=moment, **self._loose).order_by("created_at").limit(most)
        # By their ids: of so many the bytes would fill the memory.
        ids = [row["id"] for row in await loose.values("id")]
        if ids:
            await self.model.filter(id__in=ids, **self._loose).delete()
        return len(ids)

    async def held_by(self, person: str) -> AsyncIterator[JSON]:
        """Those that somebody sent, as they take them away: with `webp`, null where it was removed, read one by one."""
        async for row in by_key(self.model.filter(person_id=person), *self.owner, *_HELD):
            picture = await self.model.get(id=row["id"]).only("large")
            yield row | {"webp": b64encode(picture.large).decode() if picture.large else None}

    @property
    def _loose(self) -> JSON:
        return {self.owner[-1]: None}

    def _placed(self, owner: Owner) -> JSON:
        return dict(zip(self.owner, owner, strict=True))


def _place(row: JSON) -> tuple[int, int, str]:
    position = row["position"]
    return (-1 - position if position < 0 else position), position, row["id"]
