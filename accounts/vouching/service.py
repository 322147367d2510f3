"""Officers print codes for the residents they meet, and a resident enters one, once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.vouching import store
from accounts.vouching.codes import code_hash, new_code, plain_code
from accounts.vouching.policy import (
    access_place_to_vouch,
    check_can_be_vouched_for,
    check_code_counts,
    elsewhere,
    used_already,
)
from foundation import clock
from foundation.audit import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, FieldError, Invalid, NotFound
from foundation.ids import is_id
from foundation.keys import LIMITS, SETTINGS
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


async def print_codes(app: web.Application, viewer: Viewer, neighbourhood: str, count: str) -> Sheet:
    """Make a sheet of codes for a neighbourhood that the officer serves.

    `count` as it was typed, 1 to 100. Raises NotAllowed, ProofNeeded, and Invalid with the field that is wrong.
    """
    place = await access_place_to_vouch(viewer, neighbourhood)
    check_proved(app, viewer)
    codes = tuple(new_code() for _each in range(_checked_count(count)))
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


async def enter_code(app: web.Application, viewer: Viewer, text: str, address: str) -> str:
    """Vouch for the resident who enters a code; gives the name of the neighbourhood.

    `address` is where they ask from, in full. Raises NotAllowed, TooFast, Invalid, NotFound, Gone and Conflict, each
    with a sentence that says what to do next.
    """
    check_can_be_vouched_for(viewer)
    person = str(viewer.id)
    await app[LIMITS].check("vouch_person", person)
    await app[LIMITS].check("vouch_address", address)
    plain = plain_code(text)
    if plain is None:
        raise _invalid("code", _("Enter the ten letters and numbers of the code, like 7KQ2M-XR4TD."))
    hashed = code_hash(app[SETTINGS], plain)
    return await atomic(lambda: _use(viewer, person, hashed))


async def _use(viewer: Viewer, person: str, hashed: str) -> str:
    known = await store.resident(person)
    if known["confirmed_at"]:
        raise Conflict(_("You are confirmed already. The code was not used: give it back, or to a neighbour."))
    code = check_code_counts(await store.code_of(hashed))
    places = (await current_atlas()).places
    home, codes = known["neighbourhood_id"], code["batch__neighbourhood_id"]
    if home not in (None, codes):
        raise elsewhere(places.get(home), places.get(codes))
    if not await store.set_used(code["id"], person):
        raise used_already()
    if not await store.set_confirmed(person, codes):
        raise Conflict(_("Your account has just changed. Look at it, and enter the code again."))
    await add_entry(act="resident.confirm", actor=viewer, subject_type="person", subject_id=person,
                    details={"batch": code["batch_id"], "neighbourhood": codes})  # fmt: skip
    return places[codes].shown_name if codes in places else ""


def _checked_count(count: str) -> int:
    number = int(count) if count.isascii() and count.isdigit() and len(count) <= 4 else 0
    if not 1 <= number <= MOST:
        raise _invalid("count", _("Enter a number from 1 to %(most)s.", most=MOST))
    return number


def _state(row: dict[str, Any]) -> str:
    if row["ended_at"]:
        return "ended"
    return "standing" if row["expires_at"] > clock.now() else "expired"


async def _audit(viewer: Viewer, act: str, batch: str, details: dict[str, object]) -> None:
    await add_entry(act=act, actor=viewer, subject_type="vouch_batch", subject_id=batch, details=details)


def _invalid(field: str, sentence: str) -> Invalid:
    return Invalid(sentence, fields=[FieldError(field, sentence)])
