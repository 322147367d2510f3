"""What a moderator wants to see of the queue, as it stands in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from foundation.ids import is_own_id
from moderation.items.kinds import Kind

CAUSES = ("held", "flagged", "paged", "appeal")


@dataclass(frozen=True, slots=True)
class Filters:
    """Every one that is empty lets everything pass. `mine`: what one has claimed oneself."""

    kind: str = ""
    cause: str = ""
    place: str = ""
    author: str = ""
    mine: bool = False

    @property
    def query(self) -> str:
        """As it stands after the `?` of an address."""
        named = {"kind": self.kind, "cause": self.cause, "place": self.place, "author": self.author}
        return urlencode({name: value for name, value in named.items() if value} | ({"mine": "1"} if self.mine else {}))

    def but(self, **changes: Any) -> "Filters":
        """The same, but for these."""
        names = ("kind", "cause", "place", "author", "mine")
        return Filters(**{name: changes.get(name, getattr(self, name)) for name in names})


def read_filters(given: Mapping[str, str]) -> Filters:
    """The filters of an address; what can be none of them is left out."""
    kind, cause = given.get("kind", ""), given.get("cause", "")
    return Filters(
        kind=kind if kind in set(Kind) else "",
        cause=cause if cause in CAUSES else "",
        place=_id(given.get("place", "")),
        author=_id(given.get("author", "")),
        mine=bool(given.get("mine")),
    )


def _id(given: str) -> str:
    return given if is_own_id(given) else ""
