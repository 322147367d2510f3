"""What residents say about themselves: under which name, where they live, how old they are."""

from typing import Any

from aiohttp import web

from accounts.above import check_may_be_shown, person_changed
from accounts.names.withholding import check_not_withheld
from accounts.people import person
from accounts.policy import check_may_rename
from accounts.residents import store
from accounts.residents.naming import check_shown, check_shown_still
from accounts.residents.places import check_home
from accounts.residents.privacy import AgeBand, age_band_of, is_young, shown_as_for
from accounts.residents.shown import ShownAs, shown_as_of
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Invalid, NotAllowed
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Role, Viewer


async def own_details(viewer: Viewer) -> dict[str, Any]:
    """What the account page shows of who asks: `full_name`, `shown_as`, `age_band`, `name_refused`, and the moments
    `postcode_given_at` and `confirmed_at`; nobody else is ever shown any of it."""
    return await store.own_resident(str(viewer.id))


async def rename(app: web.Application, viewer: Viewer, name: str, shown_as: str | None = None) -> dict[str, Any]:
    """Take another name, shown in full or as `shown_as` says; gives the person as it is now.

    Under-16s stay under their first name. Raises Invalid where the name is refused, Conflict where another account has
    it, NotAllowed for an officer.
    """
    check_may_rename(viewer)
    row = await store.own_resident(str(viewer.id))
    wanted = shown_as_for(row["age_band"], shown_as_of(shown_as or "") or ShownAs.FULL)
    shown = await check_shown(name, wanted, row["age_band"], viewer.id)
    check_not_withheld(shown, row["name_refused"])
    await check_may_be_shown(app, shown, viewer.id)
    full_name = " ".join(name.split()) if viewer.role is Role.RESIDENT else None
    await atomic(lambda: _rename(viewer, shown, full_name, wanted if full_name else None))
    await person_changed(app, str(viewer.id))
    return await person(str(viewer.id))


async def _rename(viewer: Viewer, shown: str, full_name: str | None, shown_as: ShownAs | None) -> None:
    await check_shown_still(shown, str(viewer.id))
    await store.set_shown(str(viewer.id), shown, full_name, shown_as)
    await _add_entry(viewer, "person.rename", before=viewer.name, after=shown)


async def speak(viewer: Viewer, language: str) -> None:
    """Remember in which language somebody with a name here wants their mails; nothing for a reader."""
    if viewer.signed_in:
        await store.set_known(str(viewer.id), language=language)


async def give_postcode(app: web.Application, viewer: Viewer, postcode: str) -> None:
    """Say where one lives; only the neighbourhood and the moment are kept. Another one is not confirmed any more.

    Raises NotAllowed for all but residents, Invalid, TooFast.
    """
    _check_resident(viewer)
    await app[LIMITS].check("own_details", str(viewer.id))
    home = await check_home(postcode)
    await atomic(lambda: _give(viewer, home))


async def _give(viewer: Viewer, home: str) -> None:
    moved = home not in viewer.neighbourhoods
    lapsed = {"confirmed_at": None} if moved else {}
    await store.set_known(str(viewer.id), neighbourhood_id=home, postcode_given_at=clock.now(), **lapsed)
    await _add_entry(viewer, "place.give", neighbourhood=home)


async def change_age_band(app: web.Application, viewer: Viewer, text: str) -> None:
    """Take another age band, older or younger, with what follows from it.

    Both ways are open. Who gets older leaves the defaults of the young, and keeps the name they are shown under until
    they change it. Who said too much at sign-up must be able to come back under protection, at once; an adult gains
    nothing by it, for nobody is shown a band and no band lets anybody do more. Raises NotAllowed, Invalid, TooFast.
    """
    _check_resident(viewer)
    band = age_band_of(text)
    if band is None:
        raise Invalid.at("age_band", _("Choose how old you are."))
    await app[LIMITS].check("own_details", str(viewer.id))
    row = await store.own_resident(str(viewer.id))
    shown = await _shown_at(band, row)
    await atomic(lambda: _change_band(viewer, row, band, shown))
    if shown != row["name"]:
        await person_changed(app, str(viewer.id))


async def _shown_at(band: AgeBand, row: dict[str, Any]) -> str:
    """The name of who comes to be of this band; raises Invalid where their first name alone is one that is refused.

    One that was taken away stays a number until its owner chooses.
    """
    if not is_young(band) or is_young(row["age_band"]) or row["name_refused"]:
        return str(row["name"])
    return await check_shown(row["full_name"] or row["name"], ShownAs.FIRST, band, row["id"])


async def _change_band(viewer: Viewer, row: dict[str, Any], band: str, shown: str) -> None:
    await store.set_known(row["id"], age_band=band)
    await _add_entry(viewer, "age.change", before=row["age_band"], after=band)
    if shown != row["name"]:
        await _rename(viewer, shown, row["full_name"] or row["name"], ShownAs.FIRST)


async def _add_entry(viewer: Viewer, act: str, **personal: object) -> None:
    await add_entry(act=act, actor=viewer, subject_type="person", subject_id=str(viewer.id), personal=personal)


def _check_resident(viewer: Viewer) -> None:
    if viewer.role is not Role.RESIDENT:
        raise NotAllowed(_("Only residents with an account can do this. As a guest, sign up first."))
