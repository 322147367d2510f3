"""The Welsh catalogue, read as the server reads it."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

CATALOGUE = Path(__file__).parent.parent.parent / "frontend" / "locale" / "cy.po"
PLACES = re.compile(r"%\(\w+\)s|\{\w+\}|href=\"[^\"]*\"")
TRANSLATED_ADDRESS = "open-government-licence"


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="cy")


def _forms(sentence: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [sentence] if isinstance(sentence, str) else list(sentence or ())


def _places(sentence: str) -> list[str]:
    return sorted(PLACES.findall(sentence))


def test_dilys_reads_the_same_names_numbers_and_links_in_welsh(welsh: Catalog) -> None:
    differing = []
    for message in welsh:
        one, *_, many = _forms(message.id) * 2 if message.id else ("", "")
        for number, form in enumerate(_forms(message.string)):
            # Where there is one, “every month” says what “every %(n)s months” says, and names no number.
            like = [_places(many), _places(one)] if number == 1 else [_places(many)]
            if message.id and form and TRANSLATED_ADDRESS not in form and _places(form) not in like:
                differing.append((message.id, form))
    assert differing == []


def test_dilys_finds_no_page_half_in_english(welsh: Catalog) -> None:
    missing = [message.id for message in welsh if message.id and not all(_forms(message.string))]
    assert missing == []
