"""Officers print sheets of codes for the residents they meet, and end them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.vouching import store
from accounts.vouching.codes import VOUCHING, code_hash
from accounts.vouching.policy import access_place_to_vouch, places_to_vouch_in
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Invalid, NotFound
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place

LASTS = timedelta(days=28)
MOST = 100


@dataclass(frozen=True)
class Sheet:
    """A sheet that was just made. `codes` are nowhere else: they are shown this once."""

    id: str
    place: Place
    codes: tuple[str, ...]
    until: datetime


async def places_to_print_for(viewer: Viewer) -> list[Place]:
    """The neighbourhoods that an officer may print codes for, by name; raises NotAllowed and ProofNeeded."""
    places = await places_to_vouch_in(viewer)
    check_proved(viewer)
    return places


async def print_codes(app: web.Application, viewer: Viewer, neighbourhood: str, count: str) -> Sheet:
    """Make a sheet of codes for a neighbourhood that the officer serves.

    `count` as it was typed, 1 to 100. Raises NotAllowed, ProofNeeded, and Invalid with the field that is wrong.
    """
    place = await access_place_to_vouch(viewer, neighbourhood)
    check_proved(viewer)
    codes = tuple(VOUCHING.new() for _each in range(_checked_count(count)))
    hashes = [code_hash(app[SETTINGS], code) for code in codes]
    until = clock.now() + LASTS

    async def work() -> str:
        batch = await store.add_batch(str(viewer.id), place.id, hashes, until)
        await _audit(viewer, "vouching.print", batch, {"neighbourhood": place.id, "codes": len(codes)})
        return batch

    return Sheet(await atomic(work), place, codes, until)


async def own_sheets(viewer: Viewer) -> list[dict[str, Any]]:
    """An officer's sheets, newest first: `id`, `place`, `made_at`, `expires_at`, `codes`, `used`, `state`.

    `state` is `standing`, `ended` or `expired`. Who used a code is not told.
    """
    places = (await current_atlas()).places
    rows = await store.batches_of(str(viewer.id))
    return [{**row, "place": places.get(row["neighbourhood_id"]), "state": _state(row)} for row in rows]


async def end_sheet(viewer: Viewer, batch: str) -> None:
    """Let the codes of one's own sheet that nobody used count no more; raises NotFound for one that has ended."""

    async def work() -> None:
        if not is_id(batch) or not await store.set_ended([str(viewer.id)], batch):
            raise NotFound(_("There is no such sheet, or it has ended already."))
        await _audit(viewer, "vouching.end", batch, {})

    await atomic(work)


async def end_sheets_of(officers: Collection[str]) -> None:
    """Let no unused code of these officers count any more, also if they come back; in the suspending transaction."""
    await store.set_ended(officers)


def _checked_count(count: str) -> int:
    number = int(count) if count.isascii() and count.isdigit() and len(count) <= 4 else 0
    if not 1 <= number <= MOST:
        raise Invalid.at("count", _("Enter a number from 1 to %(most)s.", most=MOST))
    return number


def _state(row: dict[str, Any]) -> str:
    if row["ended_at"]:
        return "ended"
    return "standing" if row["expires_at"] > clock.now() else "expired"


async def _audit(viewer: Viewer, act: str, batch: str, details: dict[str, object]) -> None:
    await add_entry(act=act, actor=viewer, subject_type="vouch_batch", subject_id=batch, details=details)
