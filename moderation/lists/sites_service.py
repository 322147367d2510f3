"""Web sites that new people may link: those of a force, and those of one place, which its hosts choose."""

from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from accounts.people import persons
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotFound
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.turns import take_turn
from moderation.lists import sites_store as store
from moderation.lists.domains import BUILT_IN, both_forms, check_domain, in_letters
from moderation.policy import check_moderates
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]


async def allowed_in(app: web.Application, force: str, place: str | None) -> frozenset[str]:
    """The domains that anybody may link in a place of a force; each stands for all below it."""
    own = urlsplit(app[SETTINGS].public_url or "").hostname
    listed = await store.domains_allowed(force, place)
    return frozenset({*BUILT_IN, *([own] if own else ()), *(form for domain in listed for form in both_forms(domain))})


async def sites_page(viewer: Viewer) -> JSON:
    """The sites of all of a force's places, for its moderators: `sites`, and those that come with Bluelamp (`always`).

    Raises NotAllowed.
    """
    return {"sites": await sites_of(check_moderates(viewer)), "always": sorted(BUILT_IN)}


async def allow_everywhere(app: web.Application, viewer: Viewer, typed: str) -> str:
    """Let anybody link a site in all of the force's places. Raises NotAllowed, Invalid, Conflict."""
    return await allow_site(app, viewer, check_moderates(viewer), typed)


async def disallow_everywhere(viewer: Viewer, site: str) -> None:
    """Take it off that list again. Raises NotAllowed, NotFound."""
    await disallow_site(viewer, check_moderates(viewer), site)


async def sites_of(force: str, place: str | None = None) -> list[JSON]:
    """The sites of one place, or of the whole force: `id`, `domain` as it is read, `by` (a name) and `added_at`."""
    rows = await store.sites_of(force, place)
    people = await persons({row["added_by_id"] for row in rows})
    return [
        {**row, "domain": in_letters(row["domain"]), "by": people.get(row["added_by_id"], {}).get("name", "")}
        for row in rows
    ]


async def allow_site(app: web.Application, viewer: Viewer, force: str, typed: str, place: str | None = None) -> str:
    """Let anybody link a site in a place, or in all of a force's; gives its domain.

    Whoever calls has checked that the viewer may. Raises Invalid, and Conflict where it is allowed already.
    """
    domain = check_domain(typed)
    await check_unsealed(app, force, in_letters(domain), field="domain")

    async def work() -> None:
        await take_turn(f"sites {force}")
        if await store.add_site(force, place, domain, str(viewer.id)) is None:
            raise Conflict.at("domain", _("That site is on the list already."))
        await _audit(viewer, "site.allow", force, place, domain)

    await atomic(work)
    return domain


async def disallow_site(viewer: Viewer, force: str, site: str, place: str | None = None) -> None:
    """Take it off the list again. Raises NotFound."""

    async def work() -> None:
        domain = await store.remove_site(force, place, site, str(viewer.id)) if is_id(site) else None
        if domain is None:
            raise NotFound(_("That site is not on the list any more."))
        await _audit(viewer, "site.disallow", force, place, domain)

    await atomic(work)


async def _audit(viewer: Viewer, act: str, force: str, place: str | None, domain: str) -> None:
    kind, id_ = ("room", place) if place else ("force", force)
    await add_entry(act=act, actor=viewer, subject_type=kind, subject_id=id_, details={"domain": domain})
