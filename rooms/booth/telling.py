"""Who an entry of a booth's log speaks of, from the record as it is now."""

from collections.abc import Collection, Mapping
from typing import Any

from accounts.people import persons


async def told_of_officers(ids: Collection[str]) -> Mapping[str, dict[str, Any]]:
    """`officer`: the contract's person, by their id."""
    return {id_: {"officer": person} for id_, person in (await persons(ids)).items()}
