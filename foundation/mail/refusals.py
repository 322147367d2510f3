"""Addresses whose own server will have nothing for them."""

from collections.abc import Collection
from datetime import datetime

from foundation.mail import store


async def refused_since(address: str) -> datetime | None:
    """When an address was last refused for good; None where mails to it are taken, or nothing is known.

    Known for as long as the mails are: a month. One that is taken afterwards ends it.
    """
    return (await refusals_of([address])).get(address)


async def refusals_of(addresses: Collection[str]) -> dict[str, datetime]:
    """The same of many, in one go: those that are refused, and since when."""
    return await store.refusals_of(addresses) if addresses else {}
