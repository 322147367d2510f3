"""A resident enters the code that an officer gave them, once."""

from aiohttp import web

from accounts.vouching import store
from accounts.vouching.codes import VOUCHING, code_hash
from accounts.vouching.policy import check_can_be_vouched_for, check_code_counts, elsewhere, used_already
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas


def check_can_enter(viewer: Viewer) -> None:
    """Raises NotAllowed where `enter_code` would, before somebody types for nothing."""
    check_can_be_vouched_for(viewer)


async def enter_code(app: web.Application, viewer: Viewer, text: str, address: str) -> str:
    """Vouch for the resident who enters a code; gives the name of the neighbourhood.

    `address` is where they ask from, in full. Raises NotAllowed, TooFast, Invalid, NotFound, Gone and Conflict, each
    with a sentence that says what to do next.
    """
    check_can_be_vouched_for(viewer)
    person = str(viewer.id)
    await app[LIMITS].check("vouch_person", person)
    await app[LIMITS].check("vouch_address", address)
    plain = VOUCHING.plain(text)
    if plain is None:
        raise Invalid.at("code", _("Enter the ten letters and numbers of the code, like 7KQ2M-XR4TD."))
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
