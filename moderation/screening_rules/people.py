"""Names of people in a text: a first name with a surname, a title with one, a first name alone."""

from collections.abc import Iterator
from typing import Final

from moderation.screening_rules.lists import Lists
from moderation.screening_rules.phrases import Phrases
from moderation.screening_rules.reading import STOP, Reading, places_of

_TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "mx", "master"})
_CALLED: Final = frozenset({"called", "named"})
_JOINS: Final = frozenset({"ap", "ab", "o", "mc", "mac", "van", "de", "al", "el", "bin", "st"})
FULL: Final = "NAME"
FIRST: Final = "FIRST"
CALLED: Final = "CALLED"
_APOSTROPHES: Final = frozenset("'’‘ʼ`´")

TokenSpan = tuple[int, int]


def people_of(lists: Lists) -> "People":
    """One for all rules that look at the same lists."""
    return lists.once("people", lambda: People(lists))


class People:
    """Who is somebody, by the lists of names, and what only looks like a name: streets, ranks, shops."""

    def __init__(self, lists: Lists) -> None:
        self._first = frozenset(lists.words("first_names"))
        self._surnames = frozenset(lists.words("surnames"))
        self._alone = self._first - frozenset(lists.words("not_alone"))
        self._not_surnames = frozenset(lists.words("not_surnames"))
        self._ranks = frozenset(lists.words("ranks"))
        self._places_before = frozenset(lists.words("places_before"))
        self._known = Phrases(lists.words("not_people"))
        known = {entry.split()[0] for entry in lists.words("not_people")}
        self._looked_at = self._first | _TITLES | _CALLED | self._ranks | known

    def full_names(self, reading: Reading) -> Iterator[TokenSpan]:
        """The tokens of each full name, end not included."""
        return ((start, end) for start, end, sort in self.find(reading) if sort == FULL)

    def find(self, reading: Reading) -> list[tuple[int, int, str]]:
        """Each name by its tokens: FULL, FIRST (a first name alone) or CALLED (a capital after `called`)."""
        found = reading.names.get(id(self))
        if found is None:
            found = reading.names[id(self)] = list(self._find(reading))
        return found

    def _find(self, reading: Reading) -> Iterator[tuple[int, int, str]]:
        done, shouted = 0, reading.source.isupper()
        for at in places_of(self._looked_at, reading.tokens):
            if at >= done:
                start, done, sort = self._name_at(reading, at, shouted)
                if sort:
                    yield start, done, sort

    def _name_at(self, reading: Reading, at: int, shouted: bool) -> tuple[int, int, str]:
        """Where the name that begins at a token starts and ends, and its sort; "" for what is none and ends there."""
        tokens = reading.tokens
        if known := self._known.at(reading.keys, at):
            return at, at + known, ""
        if tokens[at] in self._ranks:
            return at, self._after_rank(tokens, at), ""
        if tokens[at] in _CALLED:
            return self._called(reading, at + 1, shouted)
        if tokens[at] not in self._first and tokens[at] not in _TITLES:
            return at, at + 1, ""
        return self._somebody(reading, at, shouted)

    def _called(self, reading: Reading, at: int, shouted: bool) -> tuple[int, int, str]:
        word = reading.tokens[at]
        if word in self._first or word in _TITLES or word in self._not_surnames:
            return at, at, ""
        return at, at + 1, CALLED if not shouted and self._is_capital(reading, at) else ""

    def _somebody(self, reading: Reading, at: int, shouted: bool) -> tuple[int, int, str]:
        tokens, end = reading.tokens, self._end_of_surname(reading, at, shouted)
        before = tokens[at - 1] if at else ""
        if before in self._places_before or self._makes_place(reading, end) or self._is_owner(reading, end - 1):
            return at, end, ""
        if end > at + 1:
            return at, end, FULL
        return at, end, FIRST if tokens[at] in self._alone and not self._ends_place(reading, at) else ""

    def _after_rank(self, tokens: list[str], at: int) -> int:
        """What follows a rank, up to two names, is somebody's who is here for their work."""
        end = at + 1
        while end < len(tokens) and tokens[end] in self._ranks:
            end += 1
        two_names = end + 1 < len(tokens) and tokens[end] in self._first and tokens[end + 1] not in self._ranks
        return end + 1 + two_names

    def _end_of_surname(self, reading: Reading, at: int, shouted: bool) -> int:
        """The token after a first name's or a title's surname; the next one where it has none."""
        tokens, end = reading.tokens, at + 1
        if tokens[at] in _TITLES and end < len(tokens) and tokens[end] in self._first:
            end += 1
        while end < len(tokens) - 1 and tokens[end] in _JOINS and self._touches(reading, end):
            end += 1
        if end < len(tokens) and self._touches(reading, end) and tokens[end] not in self._not_surnames:
            capital = not shouted and self._is_capital(reading, end) and self._is_capital(reading, at)
            if capital or tokens[end] in self._surnames:
                return end + 1
        return at + 1

    def _makes_place(self, reading: Reading, end: int) -> bool:
        """Whether the next word makes a street or a shop of the name: `Victoria Park`, `John Frost Square`."""
        word = reading.tokens[end] if end < len(reading.tokens) else ""
        named = word in self._not_surnames and len(word) > 2
        return named and self._touches(reading, end) and self._is_capital(reading, end)

    def _ends_place(self, reading: Reading, at: int) -> bool:
        """Whether a first name alone ends the name of a place: `Port Isaac`, `King’s Lynn`, `St. Stephen`."""
        if at == 0:
            return False
        before = reading.tokens[at - 1]
        if before == STOP:
            return at > 1 and reading.tokens[at - 2] == "st"
        return before not in self._not_surnames and self._touches(reading, at) and self._is_capital(reading, at - 1)

    def _touches(self, reading: Reading, at: int) -> bool:
        """Whether nothing but a space or a hyphen stands before a token."""
        gap = reading.source[reading.place(at - 1)[1] : reading.place(at)[0]]
        return gap in (" ", "-", "'", "’", "  ")

    def _is_capital(self, reading: Reading, at: int) -> bool:
        return reading.source[slice(*reading.place(at))][:1].isupper()

    def _is_owner(self, reading: Reading, at: int) -> bool:
        """`Mr Singh's shop`: the shop is spoken of."""
        word = reading.source[slice(*reading.place(at))]
        return word[-1:] == "s" and word[-2:-1] in _APOSTROPHES
