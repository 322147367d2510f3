"""Whom somebody looks for in the list of staff."""

from dataclasses import dataclass

from foundation.permissions import ENROLLED, Role

EACH_PAGE = 50
"""People on a page: a force has thousands."""
_LONGEST = 80


@dataclass(frozen=True)
class Sought:
    """`name` is a part of a name, or a collar number; `place` a part of a neighbourhood's name; empty: everybody."""

    name: str = ""
    place: str = ""
    role: Role | None = None
    suspended: bool = False
    page: int = 1


def sought(asked: dict[str, str]) -> Sought:
    """From what a page's address says; what can't be meant is left out."""
    role, page = asked.get("role", ""), asked.get("page", "")
    return Sought(
        name=_plain(asked.get("name", "")),
        place=_plain(asked.get("place", "")),
        role=Role(role) if role in ENROLLED else None,
        suspended="suspended" in asked,
        page=int(page) if page.isdecimal() and page.isascii() and 0 < len(page) < 6 and int(page) else 1,
    )


def _plain(text: str) -> str:
    return "".join(each for each in text if each.isprintable())[:_LONGEST].strip()
