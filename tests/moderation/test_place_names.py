"""No place in the country is held for its name: not alone, not in a question, not beside words for a crime."""

import csv
from pathlib import Path

import pytest

from moderation.screening import screen

NATIONAL = Path(__file__).parents[2].parent / "shared" / "data" / "national" / "neighbourhoods.csv"
SENTENCES = (
    "{}",
    "What is being done in {}?",
    "The suspect was last seen in {} on Sunday.",
    "A child was hurt near {}, and the victim has gone home to {}.",
    "{} has a drug dealer, and {} is not much better.",
    "{} was burgled again on Sunday.",
    "There was a burglary at {} and nobody was arrested.",
)
PLACES = [
    place
    for place in Path(__file__).with_name("places.txt").read_text("utf-8").splitlines()
    if not place.startswith("#")
]


def _neighbourhoods() -> list[str]:
    with NATIONAL.open(encoding="utf-8") as file:
        return [row["name"] for row in csv.DictReader(file)]


def _found(names: list[str]) -> list[tuple[str, list[str]]]:
    """As it is written in every sentence, and in the question also by people who shout, or never shift."""
    shown = {sentence.format(*[name] * 2) for name in names for sentence in SENTENCES}
    shown |= {form(SENTENCES[1].format(name)) for name in names for form in (str.lower, str.upper)}
    return [(text, [hit.rule for hit in hits]) for text in sorted(shown) if (hits := screen(text).hits)]


@pytest.mark.skipif(not NATIONAL.exists(), reason=f"the names of all neighbourhoods are not here ({NATIONAL})")
def test_no_neighbourhood_of_the_country_is_held_for_its_name() -> None:
    names = _neighbourhoods()
    assert len(names) >= 4652, "must be the whole country for this to mean anything"
    assert _found(names) == []


def test_no_town_or_village_is_held_for_its_name() -> None:
    assert len(PLACES) >= 5000, "must be the whole country for this to mean anything"
    assert _found(PLACES) == []
