"""All neighbourhoods of the server by name, in memory: found in both languages, without case or accents."""

from collections.abc import Iterable

from foundation.errors import FieldError, Invalid
from foundation.language import _
from neighbourhoods.names import fold
from neighbourhoods.places import Place, PlacePage


class Gazetteer:
    """Places sorted by name; the English order is the list's order in both languages, so that cursors hold."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = sorted(places, key=lambda place: (fold(place.name), place.id))
        self._names = [tuple(filter(None, (fold(p.name), fold(p.name_cy)))) for p in self._places]

    def page(self, cursor: str | None, limit: int) -> PlacePage:
        """All places, a page at a time; raises Invalid for a cursor that no page gave."""
        return _page(self._places, cursor, limit)

    def named(self, text: str, cursor: str | None, limit: int) -> PlacePage:
        """Places whose name holds `text`: the same name first, then those that begin so, then with a word that does."""
        wanted = fold(text)
        ranks = [min(_rank(name, wanted) for name in names) for names in self._names]
        found = [place for place, rank in zip(self._places, ranks, strict=True) if rank < _NO_MATCH]
        order = {place.id: rank for place, rank in zip(self._places, ranks, strict=True)}
        return _page(sorted(found, key=lambda place: order[place.id]), cursor, limit)


_NO_MATCH = 4


def _rank(name: str, wanted: str) -> int:
    """0 the same name, 1 begins so, 2 a word begins so, 3 inside, `_NO_MATCH`."""
    joined, wanted_joined = name.replace(" ", ""), wanted.replace(" ", "")
    if not wanted or wanted_joined not in joined:
        return _NO_MATCH
    if joined == wanted_joined:
        return 0
    if joined.startswith(wanted_joined):
        return 1
    return 2 if f" {wanted}" in name else 3


def _page(places: list[Place], cursor: str | None, limit: int) -> PlacePage:
    """What follows the place that the cursor names."""
    start = 0
    if cursor is not None:
        ids = [place.id for place in places]
        if cursor not in ids:
            sentence = _("This list has changed. Start again from its first page.")
            raise Invalid(sentence, fields=[FieldError("cursor", sentence)])
        start = ids.index(cursor) + 1
    items = places[start : start + limit]
    more = start + limit < len(places)
    return PlacePage(items, items[-1].id if more else None)
