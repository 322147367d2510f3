"""The picture that other sites show beside a link to “You said, we did”: 1,200 by 630, with its latest priorities."""

from typing import Any, Final

from foundation.drawing import INK, PAPER, SOFT, Drawing, Rect, Words
from foundation.language import _, ngettext
from foundation.lettering import wrapped

JSON = dict[str, Any]
WIDTH: Final = 1200
HEIGHT: Final = 630
_EDGE: Final = 64
_NIGHT, _LAMP, _GREEN = "#071a45", "#4da3ff", "#0b5c3e"
_MOST: Final = 3


def picture_of(name: str, counts: JSON, items: list[JSON]) -> Drawing:
    """Names of a neighbourhood or force, the sums, and the titles of the latest priorities with where each stands."""
    heading = _("You said, we did")
    shapes: list[Rect | Words] = [Rect(0, 0, WIDTH, 168, _NIGHT), Rect(0, 168, WIDTH, 8, _LAMP)]
    shapes.append(Words(_EDGE, 88, heading, 56, PAPER, bold=True))
    for line in wrapped(name, WIDTH - 2 * _EDGE, 32, most=1):
        shapes.append(Words(_EDGE, 140, line, 32, "#c9dafa"))
    y = 216
    for item in items[:_MOST]:
        y = _item(shapes, item, y)
    if not items:
        shapes.append(Words(_EDGE, y + 40, _("Nothing has been agreed yet."), 32, SOFT))
    shapes.append(Words(_EDGE, HEIGHT - 36, sums(counts), 26, SOFT))
    about = "; ".join(f"{item['priority']['title']}: {item['priority']['status_name']}" for item in items[:_MOST])
    return Drawing(WIDTH, HEIGHT, PAPER, f"{heading}: {name}", about or heading, shapes)


def sums(counts: JSON) -> str:
    """How many were agreed, and how many neighbours found met."""
    agreed = ngettext("%(n)s priority agreed", "%(n)s priorities agreed", counts["agreed"])
    met = ngettext("%(n)s confirmed by neighbours", "%(n)s confirmed by neighbours", counts["met"])
    return f"{agreed} · {met}"


def _item(shapes: list[Rect | Words], item: JSON, y: int) -> int:
    met = item["priority"]["status"] == "met"
    shapes.append(Rect(_EDGE, y + 6, 12, 74, _GREEN if met else _LAMP, 6))
    for line in wrapped(item["priority"]["title"], WIDTH - 2 * _EDGE - 40, 32, bold=True, most=1):
        shapes.append(Words(_EDGE + 36, y + 38, line, 32, INK, bold=True))
    shapes.append(Words(_EDGE + 36, y + 76, item["priority"]["status_name"], 26, _GREEN if met else SOFT))
    return y + 112
