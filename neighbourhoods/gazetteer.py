"""All neighbourhoods of the server by name, in memory: found in both languages, without case or accents."""

from collections.abc import Iterable

from foundation import language
from foundation.errors import Invalid
from foundation.language import _
from neighbourhoods.names import fold
from neighbourhoods.places import Place, PlacePage

_NO_MATCH = 4
# Fewer letters are found across any two words.
_SHORTEST_JOINED = 4


class _Name:
    """A name as it is searched: folded, and the same in one word (`Pont-y-Clun` is asked for as `pontyclun`)."""

    def __init__(self, name: str) -> None:
        self.folded = fold(name)
        self.joined = self.folded.replace(" ", "")

    def rank(self, wanted: "_Name") -> int:
        """How close `wanted` is: 0 the same name, 1 begins so, 2 a word begins so, 3 inside, or `_NO_MATCH`."""
        if not wanted.joined or wanted.joined not in self.joined:
            return _NO_MATCH
        if wanted.folded not in self.folded and len(wanted.joined) < _SHORTEST_JOINED:
            return _NO_MATCH
        if self.joined.startswith(wanted.joined):
            return 0 if self.joined == wanted.joined else 1
        return 2 if f" {wanted.folded}" in self.folded else 3


class Gazetteer:
    """Places sorted by the name that the reader's language shows."""

    def __init__(self, places: Iterable[Place]) -> None:
        named = [(place, _Name(place.name), _Name(place.name_cy)) for place in places]
        self._sorted = {
            "en": sorted(named, key=lambda entry: (entry[1].folded, entry[0].id)),
            "cy": sorted(named, key=lambda entry: (entry[2].folded or entry[1].folded, entry[0].id)),
        }

    def page(self, cursor: str | None, limit: int) -> PlacePage:
        """All places, a page at a time; raises Invalid for a cursor that no page gave."""
        return _page([place for place, _english, _welsh in self._sorted[language.current()]], cursor, limit)

    def named(self, text: str, cursor: str | None, limit: int) -> PlacePage:
        """Places whose name holds `text`: the same name first, then those that begin so, then with a word that does."""
        wanted = _Name(text)
        ranked = [
            (min(english.rank(wanted), welsh.rank(wanted)), place)
            for place, english, welsh in self._sorted[language.current()]
        ]
        found = [entry for entry in ranked if entry[0] < _NO_MATCH]
        return _page([place for _rank, place in sorted(found, key=lambda entry: entry[0])], cursor, limit)


def _page(places: list[Place], cursor: str | None, limit: int) -> PlacePage:
    """What follows the place that the cursor names."""
    start = 0
    if cursor is not None:
        ids = [place.id for place in places]
        if cursor not in ids:
            raise Invalid.at("cursor", _("This list has changed. Start again from its first page."))
        start = ids.index(cursor) + 1
    items = places[start : start + limit]
    more = start + limit < len(places)
    return PlacePage(items, items[-1].id if more else None)
