"""Which picture somebody is shown with, from the record as it is now.

Nobody is given a face that they did not choose: a plant stands for a resident, a plain figure for an officer.
"""

import zlib
from functools import cache, lru_cache
from typing import Any, TypedDict

from accounts.avatars.drawing import Choice, address, choice_of
from accounts.avatars.faces import ALL, NOBODY, PLANTS
from accounts.avatars.palette import COLOURS
from foundation.language import _, current
from foundation.pages import static_address

PHOTO_SIZES = (64, 128, 512)
"""Pixels a side."""

_PLANTS, _COLOURS = sorted(PLANTS), sorted(COLOURS)
_BARE_HEADED = frozenset({"officer-turban"})
"""Who wears a turban wears the mark on it, and no cap."""


class Avatar(TypedDict):
    """`src`: address of the picture, `alt`: what it shows, for where it stands without its name.

    `uniform`: whether the person is in uniform, which is drawn over the picture: `layer` is its address, else null.
    Both follow from the record that the badge is drawn from; neither is part of a picture that can be chosen.
    """

    src: str
    alt: str
    uniform: bool
    layer: str | None


def avatar_of(row: dict[str, Any], verified: bool) -> Avatar:
    """From a row of the record with `id`, `name`, `avatar`, `photo` and `closed_at`; `verified`: a badge is shown."""
    if row["closed_at"]:
        return _drawn(f"{NOBODY}-stone", current()).copy()
    if verified and row["photo"]:
        alt = _("Photo of %(name)s", name=row["name"])
        return {"src": photo_address(row["photo"]), "alt": alt, "uniform": True, "layer": _layer("photo")}
    if verified:
        return _in_uniform(_officers(row["avatar"]) or _plain(row["id"]), current()).copy()
    chosen = row["avatar"] if choice_of(row["avatar"] or "") else default_of(row["id"]).name
    return _drawn(chosen, current()).copy()


def photo_address(photo: str, size: int = 128) -> str:
    """Where a photo is served, in one of PHOTO_SIZES."""
    return f"/avatars/photos/{photo}/{size}.webp"


@lru_cache(maxsize=10_000)
def default_of(person: str) -> Choice:
    """What somebody has who chose nothing: always the same for the same id."""
    number = zlib.crc32(person.encode())
    return Choice(_PLANTS[number % len(_PLANTS)], _COLOURS[number // len(_PLANTS) % len(_COLOURS)])


def _plain(person: str) -> str:
    """The figure without a face, for an officer who chose none."""
    return f"officer-plain-{default_of(person).colour}"


def _officers(name: str | None) -> str | None:
    return name if name and name.startswith("officer-") and choice_of(name) else None


# Every message that is told asks for these: of each picture and language they are made once.
@cache
def _drawn(name: str, _language: str) -> Avatar:
    choice = _known(name)
    return {"src": address(choice), "alt": str(ALL[choice.face]), "uniform": False, "layer": None}


@cache
def _in_uniform(name: str, _language: str) -> Avatar:
    choice = _known(name)
    alt = _("%(face)s, in a police uniform", face=str(ALL[choice.face]))
    layer = _layer("turban" if choice.face in _BARE_HEADED else "cap")
    return {"src": address(choice), "alt": alt, "uniform": True, "layer": layer}


def _known(name: str) -> Choice:
    face, _dash, colour = name.rpartition("-")
    return Choice(face, colour)


def _layer(name: str) -> str:
    return static_address(f"images/uniform/{name}.svg")
