"""The poster of “You said, we did”: what is the same on each, in English and in Welsh, and what fits on the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from foundation import language
from foundation.language import _
from foundation.text import plain_words

JSON = dict[str, Any]
_WIDE: Final = 495
"""Points that a line of a priority has on A4, beside its edge."""
_HIGH: Final = 540
"""Points that all of them have above one another, between the head of the sheet and its foot."""
_LETTER: Final = 0.5
"""How wide a letter is, of its size: mostly less."""
_LINE: Final = 1.25
_BETWEEN: Final = 20
_LABEL: Final = 18
_REVIEW: Final = 60
"""Letters of how many neighbours say what."""


@dataclass(frozen=True)
class Size:
    """How large words are printed (points), and how many letters of what was done there is room for."""

    name: str
    title: int
    words: int
    most: int


_SIZES: Final = (
    Size("large", 26, 18, 900),
    Size("roomy", 21, 16, 500),
    Size("medium", 18, 14, 300),
    Size("small", 15, 12, 220),
    Size("least", 13, 10, 160),
)
"""The largest first: each sheet has the first one in which everything fits, or the last."""


def sentences() -> list[dict[str, str]]:
    """What the poster says in each language, whatever the reader’s is."""
    return [_sentences(code) for code in language.LANGUAGES]


def on_sheet(items: Sequence[JSON]) -> JSON:
    """What the poster shows of each priority that is told, and the `size` in which all of it fits on one sheet."""
    shown = [_shown(item) for item in items]
    size = next((each for each in _SIZES if sum(_height(one, each) for one in shown) <= _HIGH), _SIZES[-1])
    return {"size": size.name, "items": [one | {"words": shortened(one["words"], size.most)} for one in shown]}


def shortened(words: str, most: int) -> str:
    """As many whole words as there is room for."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def _sentences(code: str) -> dict[str, str]:
    with language.speaking(code):
        return {
            "language": code,
            "title": _("You said, we did"),
            "scan": _("Point the camera of your phone at the square, or type the address."),
            "say": _("Say there what we should work on next, vote, and tell us whether it got better."),
        }


def _shown(item: JSON) -> JSON:
    """The latest action, or what is promised where nothing was done yet: it says that it is a promise."""
    action = item["actions"][0] if item["actions"] else None
    priority = item["priority"]
    promise = priority["promise"] and _("Promised: %(promise)s", promise=priority["promise"])
    return {
        "priority": priority,
        "end": item["end"],
        "words": plain_words(action["html"]) if action else promise,
        "partner": action["partner"] if action else "",
        "figures": action["figures"][:2] if action else [],
        "owner": priority["owner"]["words"] if priority["owner"] else "",
    }


def _height(shown: JSON, size: Size) -> float:
    """How many points it takes: rather more than less."""
    lines = [len(shown["words"][: size.most]), *_beside(shown)]
    high = sum(_lines(letters, size.words) * size.words for letters in lines)
    return _BETWEEN + _LINE * (high + _lines(len(shown["priority"]["title"]), size.title) * size.title)


def _beside(shown: JSON) -> list[int]:
    """How many letters stand in lines of their own, with what is said before them."""
    labels = [_LABEL + len(shown[name]) for name in ("partner", "owner") if shown[name]]
    figures = [_LABEL + sum(map(len, row.values())) for row in shown["figures"]]
    status = len(shown["priority"]["status_name"]) + (_REVIEW if shown["end"] else _LABEL)
    return [*labels, *figures, status]


def _lines(letters: int, size: int) -> int:
    return ceil(letters * size * _LETTER / _WIDE)
