"""Whom a text mentions: `@` and the name of somebody who wrote in the topic, or of an officer of the neighbourhood."""

import re
from itertools import accumulate
from typing import Final

from accounts.names.skeletons import name_skeleton
from forums import mentions_store as store

MOST: Final = 20
"""People whom one text tells: who names more speaks to everybody, and nobody."""
_MOST_TRIED: Final = 200
_AT = re.compile(r"(?<![\w@.])@(\w[^@\n]{0,80})")
_WORD = re.compile(r"[\w'’-]+\.?(?: |$)?")
_WORDS: Final = 5
"""Words of the longest name that is looked for."""


async def mentioned(topic_id: str, neighbourhood_id: str | None, author_id: str, body: str) -> list[str]:
    """The ids of those whom words in a topic mention, in their order: at most `MOST`, their author not among them.

    A first name does where nobody else there has it. What is quoted mentions nobody.
    """
    spots = _spots(body)
    if not spots:
        return []
    people = await store.writers(topic_id)
    if neighbourhood_id is not None:
        people |= await store.officers(neighbourhood_id)
    names = _names(people)
    found = (next((names[name] for name in spot if name in names), None) for spot in spots)
    return [id_ for id_ in dict.fromkeys(found) if id_ is not None and id_ != author_id][:MOST]


def _spots(body: str) -> list[list[str]]:
    """For each `@` the names that may follow it, the longest first, as skeletons."""
    own = "\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">"))
    follows = [found[1] for found in _AT.finditer(own)][:_MOST_TRIED]
    return [_readings(words) for words in dict.fromkeys(follows)]


def _readings(words: str) -> list[str]:
    first = (found[0].strip() for found in _WORD.finditer(words))
    read = list(accumulate((word for word, _n in zip(first, range(_WORDS), strict=False)), lambda a, b: f"{a} {b}"))
    return [name_skeleton(name.rstrip(".'’-")) for name in reversed(read)]


def _names(people: dict[str, str]) -> dict[str, str]:
    """Who is meant by each name: by a whole one, and by a first name that one of them alone has."""
    firsts: dict[str, set[str]] = {}
    for id_, name in people.items():
        # A name has letters: it was checked when it was chosen.
        firsts.setdefault(name_skeleton(name.split()[0]), set()).add(id_)
    alone = {first: next(iter(ids)) for first, ids in firsts.items() if len(ids) == 1}
    return alone | {name_skeleton(name): id_ for id_, name in people.items()}
