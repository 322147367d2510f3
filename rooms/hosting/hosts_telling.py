"""What entries of the log about hosts say: the person, as the record is now."""

from collections.abc import Collection, Mapping
from typing import Any

from accounts.people import persons

JSON = dict[str, Any]
HOST_CHANGES = ("host_joined", "host_left")
"""The kinds of entry that this tells of."""


async def told_of_hosts(ids: Collection[str]) -> Mapping[str, JSON]:
    """By their id: `{person}`."""
    return {id_: {"person": person} for id_, person in (await persons(ids)).items()}
