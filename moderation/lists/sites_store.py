"""Every query and insert about web sites that may be linked."""

from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import new_id
from moderation.lists.models import AllowedSite

JSON = dict[str, Any]


async def domains_allowed(force: str, place: str | None) -> list[str]:
    """Those of a force, and of one of its places."""
    here = Q(place_id=None) | Q(place_id=place) if place else Q(place_id=None)
    found = AllowedSite.filter(here, force_id=force, removed_at=None)
    return [str(domain) for domain in await found.values_list("domain", flat=True)]


async def sites_of(force: str, place: str | None) -> list[JSON]:
    """Those of one place, or (None) of the whole force, by name: `id`, `domain`, `added_by_id`, `added_at`"""
    found = AllowedSite.filter(force_id=force, place_id=place, removed_at=None).order_by("domain")
    return await found.values("id", "domain", "added_by_id", "added_at")


async def add_site(force: str, place: str | None, domain: str, by: str) -> str | None:
    """Allow a site and give its id; None where it is allowed already. Inside a transaction."""
    if await AllowedSite.filter(force_id=force, place_id=place, domain=domain, removed_at=None).exists():
        return None
    site = await AllowedSite.create(
        id=new_id(), force_id=force, place_id=place, domain=domain, added_by_id=by, added_at=clock.now()
    )
    return site.id


async def remove_site(force: str, place: str | None, site: str, by: str) -> str | None:
    """Take a site off and give its domain; None where there is none. Inside a transaction."""
    found = AllowedSite.filter(id=site, force_id=force, place_id=place, removed_at=None)
    domains = await found.values_list("domain", flat=True)
    if not domains or not await found.update(removed_at=clock.now(), removed_by_id=by):
        return None
    return str(domains[0])
