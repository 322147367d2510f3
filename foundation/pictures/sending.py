"""The pictures that somebody sends: theirs alone, until they put them into what they write."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.ids import is_own_id
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.pictures.shown import FIELD, no_picture, picture_shown
from foundation.pictures.table import PictureTable
from foundation.pictures.wholes import encoded_whole

JSON = dict[str, Any]
MOST_LOOSE: Final = 12
"""Pictures that somebody may have sent without posting anything."""
_LONGEST_ALT = 300
_KEPT_LOOSE = timedelta(days=2)
"""A draft may wait so long for its post."""
_AT_ONCE = 200


@dataclass(frozen=True)
class SentPictures:
    """What a feature does with pictures before their words are posted. `path`: below which it shows them."""

    table: PictureTable
    path: str

    async def check_may_send(self, app: web.Application, viewer: Viewer) -> None:
        """Before a byte of a picture is read; raises TooFast, and Invalid for too many that were put into nothing."""
        await app[LIMITS].check("picture", str(viewer.id))
        if len(await self.table.loose_of(str(viewer.id))) >= MOST_LOOSE:
            raise Invalid.at(FIELD, _("You have sent many pictures without posting them. Post or remove some first."))

    async def add(self, viewer: Viewer, data: bytes) -> JSON:
        """Keep a picture for what is being written, as `picture_shown`; nobody but who sent it sees it.

        After `check_may_send`. Raises Invalid, Unavailable.
        """
        columns = await encoded_whole(data, FIELD)
        columns |= {"sha256": hashlib.sha256(columns["large"]).hexdigest()}
        picture_id = await self.table.add(str(viewer.id), columns)
        return picture_shown(columns | {"id": picture_id, "alt": ""}, self.path)

    async def describe(self, viewer: Viewer, picture_id: str, alt: str) -> JSON:
        """Say what a picture shows that is not posted yet; gives it as `picture_shown`. Raises NotFound."""
        await self.table.set_alt(str(viewer.id), picture_id, _alt(alt))
        found = await self.own(str(viewer.id), [picture_id])
        if not found:
            raise no_picture()
        return found[0]

    async def own(self, person: str, ids: Sequence[str]) -> list[JSON]:
        """Those of these that the person sent and has not removed, as pages get them, in the order of `ids`.

        `posted`: it stands in something, and its words with it.
        """
        found = {row["id"]: row for row in await self._sent_by(person, ids)}
        wanted = [found[id_] for id_ in dict.fromkeys(ids) if id_ in found]
        return [picture_shown(row, self.path) | {"posted": row["owner_id"] is not None} for row in wanted]

    async def set_alts(self, person: str, alts: Mapping[str, str]) -> None:
        """What each of a person's pictures shows that are in nothing yet, in words, by its id."""
        for picture_id, alt in alts.items():
            if is_own_id(picture_id):
                await self.table.set_alt(person, picture_id, _alt(alt))

    async def remove_own(self, person: str, ids: Collection[str]) -> None:
        """Remove for good those of these that the person sent and that are in nothing yet."""
        mine = await self._sent_by(person, ids)
        await self.table.remove_loose([row["id"] for row in mine if row["owner_id"] is None])

    async def remove_loose_of(self, person: str) -> None:
        """Remove for good what somebody sent and never posted."""
        await self.table.remove_loose(await self.table.loose_of(person))

    async def forget_loose(self, _app: web.Application) -> None:
        """Pictures that were sent and never posted go after two days."""
        while await self.table.remove_loose_before(clock.now() - _KEPT_LOOSE, _AT_ONCE) == _AT_ONCE:
            pass

    async def _sent_by(self, person: str, ids: Collection[str]) -> list[JSON]:
        return await self.table.own_pictures(person, [id_ for id_ in ids if is_own_id(id_)])


def _alt(alt: str) -> str:
    return cleaned_line(alt[: 4 * _LONGEST_ALT])[:_LONGEST_ALT]
