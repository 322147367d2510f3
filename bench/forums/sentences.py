"""What is written in the forums: sentences of a neighbourhood, from a seed, with words that are common and rare.

A reply is one of a pool of texts and, in every second one, a name of its own at the end: a language has a few words
that everybody uses and very many that hardly anybody does, and a search index is as large as it is by the latter.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

COMMON: Final = "street"
"""A word of about a third of all replies."""
RARE: Final = "heliograph"
"""A word of one in 100,000 replies."""
RARE_EVERY: Final = 100_000

_FRAMES = (
    "The light on {place} has been out since {when}, and the whole street is dark by five.",
    "There were {many} {things} by {place} again {when}.",
    "Has anybody else on this street heard the {things} behind {place}?",
    "I spoke to the officer at {place} {when}, who was very helpful about it.",
    "We have asked the council {many} times about the {things} near {place}.",
    "Thank you, that is good to know.",
    "Please ring 101 when you see it, and keep a note of when it was.",
    "My neighbour saw the same {when}, and it was much worse than last year.",
    "Could somebody look at the {things} before the school opens again?",
    "It would help if our street had a sign, as {place} has.",
    "They were gone by the time that I came home, but the {things} were all over the pavement.",
    "I agree with most of this, and still I think that {place} needs it more.",
    "The children can't cross at {place} while the {things} stand there.",
    "It happened {when}, at about half past {many}, and nobody was hurt.",
    "Not on our side of the street, as far as I can see.",
    "Is there a meeting about the {things}? I would come, and so would {many} others.",
    "The patrols made a difference while they lasted.",
    "We put up a notice at {place}, and the {things} stopped for a week.",
)
_PLACES = ("the library", "Albany Road", "the bus stop", "the park gate", "Crwys Road", "the old mill", "the surgery",
           "Station Terrace", "the rugby club", "the underpass", "Church Lane", "the allotments", "the canal bridge",
           "Mill Street", "the leisure centre", "the chapel", "Castle Square", "the playing field")  # fmt: skip
_THINGS = ("bikes", "vans", "bins", "fireworks", "trolleys", "scooters", "parked cars", "bottles", "drones", "tents",
           "skips", "dogs", "horns", "alarms", "bonfires", "quad bikes", "lorries", "leaflets")  # fmt: skip
_WHENS = ("on Friday", "last night", "since March", "at the weekend", "before the match", "in the school holidays",
          "this morning", "after dark", "twice this week", "on bonfire night")  # fmt: skip
_MANY = ("two", "three", "five", "six", "eight", "ten", "a dozen")
_SYLLABLES = ("aber", "bryn", "caer", "dol", "efail", "fryn", "glan", "hen", "llan", "maes", "nant", "pen", "rhyd",
              "tal", "wern", "ystrad", "coed", "gwyn", "pont", "cwm")  # fmt: skip
_POOL = 4000


class Sentences:
    """Titles and texts. The same seed says the same."""

    def __init__(self, seed: int) -> None:
        drawn = Random(seed)
        self.pool: Final = [self._text(drawn, drawn.choices((1, 2, 3, 5, 9), (5, 8, 5, 2, 1))[0]) for _ in range(_POOL)]
        self._names = ["".join(parts) for parts in _triples(_SYLLABLES)]
        self._drawn = drawn

    def text(self, number: int) -> str:
        """The words of the reply that is made as this one."""
        pick = self._drawn.random()
        text = self.pool[int(pick * _POOL)]
        if number % RARE_EVERY == RARE_EVERY // 2:
            return f"{text} It looks like a {RARE}."
        name = self._names[int(pick * 7_919_993) % len(self._names)]
        return f"{text} That is near {name.capitalize()}." if number % 2 else text

    def title(self, number: int) -> str:
        """What a topic is called."""
        drawn = self._drawn
        return f"{drawn.choice(_THINGS).capitalize()} by {drawn.choice(_PLACES)} {drawn.choice(_WHENS)} ({number})"

    def _text(self, drawn: Random, sentences: int) -> str:
        return " ".join(self._sentence(drawn) for _sentence in range(sentences))

    def _sentence(self, drawn: Random) -> str:
        words = {"place": _PLACES, "things": _THINGS, "when": _WHENS, "many": _MANY}
        return drawn.choice(_FRAMES).format(**{name: drawn.choice(choice) for name, choice in words.items()})


def html_of(text: str) -> str:
    """What `foundation.text.render_text` makes of a text of this file, without asking it two million times."""
    return f"<p>{text}</p>\n"


def _triples(parts: Sequence[str]) -> list[tuple[str, str, str]]:
    return [(one, two, three) for one in parts for two in parts for three in parts]
