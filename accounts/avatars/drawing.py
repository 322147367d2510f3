"""Avatars as SVG: the committed art with the palette's colours put in, and nothing else ever."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from accounts.avatars.faces import ALL
from accounts.avatars.palette import COLOURS, DRAWN_IN

ART = Path(__file__).parent.parent.parent / "frontend" / "avatars" / "faces"


@dataclass(frozen=True)
class Choice:
    """A face in a colour; both are names that we know."""

    face: str
    colour: str

    @property
    def name(self) -> str:
        """How it is written down and asked for: `peep-afro-sky`."""
        return f"{self.face}-{self.colour}"


@dataclass(frozen=True)
class Drawing:
    """One avatar ready to be sent, plain and compressed. `version` changes with the bytes."""

    svg: bytes
    zipped: bytes
    version: str


@lru_cache(maxsize=1024)
def choice_of(name: str) -> Choice | None:
    """The face and colour that a name stands for; None for anything that is not exactly one of ours."""
    face, _dash, colour = name.rpartition("-")
    return Choice(face, colour) if face in ALL and colour in COLOURS else None


@cache
def drawing(choice: Choice) -> Drawing:
    """The avatar itself: some 550 at most, 5 KB each."""
    colour = COLOURS[choice.colour]
    art = (ART / f"{choice.face}.svg").read_text(encoding="utf-8").strip()
    svg = art.replace(DRAWN_IN.back, colour.back).replace(DRAWN_IN.wear, colour.wear).encode()
    return Drawing(svg, gzip.compress(svg, mtime=0), hashlib.sha256(svg).hexdigest()[:12])


@cache
def address(choice: Choice) -> str:
    """Where a page finds it, with the version, so that a browser keeps it until it changes."""
    return f"/avatars/{choice.name}.svg?v={drawing(choice).version}"
