"""Every door of the forums, and a scene behind them in which much is not for everybody."""

import re
from dataclasses import dataclass, field
from itertools import product

import forums.feature
from foundation.routes import Route
from server.searching import api as searching_api
from server.searching import pages as searching_pages
from tests.house import House

ROUTES: tuple[Route, ...] = tuple(
    route
    for routes in (
        *forums.feature.FEATURE.pages,
        *(api.routes for api in forums.feature.FEATURE.apis),
        searching_pages.pages,
        searching_api.api.routes,
    )
    for route in routes
)
_PART = re.compile(r"{(\w+)}")


@dataclass
class Scene:
    """A forum with much in it that is not for everybody. `words` are found in nothing else; `ids` by what they name."""

    house: House
    words: list[str] = field(default_factory=list)
    among_staff: set[str] = field(default_factory=set)
    ids: dict[str, list[str]] = field(default_factory=dict)

    def secret(self, word: str) -> str:
        """A word that no outsider may come to read."""
        self.words.append(f"quagga{word}")
        return self.words[-1]

    def for_staff(self, word: str) -> str:
        """One that all staff of the force read, wherever they serve."""
        self.among_staff.add(self.secret(word))
        return self.words[-1]

    def found_in(self, text: str) -> set[str]:
        return {word for word in self.words if word in text}

    def addresses(self, path: str, method: str) -> list[str]:
        """A route's, with everything that its parts can name."""
        names = [(name, path.split("/{")[0].rsplit("/", 1)[-1]) for name in _PART.findall(path)]
        choices = [self._choices(name, after) for name, after in names]
        found = []
        for chosen in product(*choices):
            values = iter(chosen)
            found.append(_PART.sub(lambda _part, values=values: next(values), path))  # type: ignore[misc]
        if method == "GET":
            return [f"{each}{query}" for each in found for query in self._queries(path)]
        return found

    def _choices(self, name: str, after: str) -> list[str]:
        fixed = {"size": ["small"], "act": ["up"], "section": ["general", *self.ids["section"]], "question": ["0" * 16]}
        if name in fixed:
            return fixed[name]
        if name == "id" and after in ("surgeries", "questions"):
            return ["0" * 16]
        kinds = {"neighbourhoods": "place", "topics": "topic", "replies": "reply", "forums": "forum"}
        named = {"reply": "reply", "forum": "forum", "picture": "picture"}
        return self.ids[named.get(name) or kinds.get(after) or after.rstrip("s")]

    def _queries(self, path: str) -> list[str]:
        every = {
            "/new": ["?after=0&shown=" + ",".join(f"{id_}.0" for id_ in self.ids["reply"])],
            "/gone": ["?topics=" + ",".join(self.ids["topic"])],
            "/similar": [f"?title={word}" for word in self.words[:3]],
            "/search": [f"?q={word}" for word in self.words],
            "/topics/new": [f"?forum={forum}" for forum in self.ids["forum"]],
            "/reply": [f"?to={reply}&quote={reply}" for reply in self.ids["reply"]],
            "/topics/{id}": ["", "?last", "?unread", "?after=0"],
        }
        return next((queries for end, queries in every.items() if path.endswith(end)), [""])
