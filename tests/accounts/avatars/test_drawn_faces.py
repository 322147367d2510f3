"""The art: whose it is, what is in it, and that the palette can be seen."""

import re
from pathlib import Path

import pytest

from accounts.avatars.drawing import ART, Choice, choice_of, drawing
from accounts.avatars.faces import ALL, OFFICERS, PEOPLE, PLANTS
from accounts.avatars.palette import COLOURS, DRAWN_IN
from accounts.avatars.shown import default_of
from foundation.ids import new_id

FRONTEND = ART.parent.parent
LAYERS = sorted((FRONTEND / "static" / "images" / "uniform").glob("*.svg"))
INK = "#000000"


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_face_has_its_file_and_every_file_its_words() -> None:
    assert {path.stem for path in ART.glob("*.svg")} == set(ALL)
    assert len(PEOPLE) + len(PLANTS) == 40
    words = [str(face) for face in ALL.values()]
    assert len(set(words)) == len(words), "two pictures can't be told apart by their words"


def test_the_art_is_given_to_everybody_and_says_so() -> None:
    notice = (FRONTEND / "licences" / "avatars.txt").read_text()
    for words in ("Open Peeps", "Pablo Stanley", "Sprouts", "CC0 1.0 Universal", "Waiver"):
        assert words in notice


@pytest.mark.parametrize("path", [*sorted(ART.glob("*.svg")), *LAYERS], ids=lambda path: path.stem)
def test_a_picture_is_small_and_holds_nothing_but_shapes(path: Path) -> None:
    svg = path.read_text()
    assert len(svg) < 8_500
    tags = set(re.findall(r"<([a-zA-Z:]+)", svg))
    assert tags <= {"svg", "g", "path", "defs", "use", "circle", "ellipse", "rect", "clipPath", "mask"}, tags
    assert not re.search(r"""\bon\w+=|style=|(?:href|src)="(?!#)""", svg)


@pytest.mark.parametrize("name", sorted(PEOPLE | PLANTS))
def test_a_resident_s_picture_takes_both_colours(name: str) -> None:
    drawn = drawing(Choice(name, "rose")).svg.decode()
    assert COLOURS["rose"].back in drawn
    assert COLOURS["rose"].wear in drawn
    assert DRAWN_IN.back not in drawn
    assert DRAWN_IN.wear not in drawn


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_a_colour_can_be_seen_on_the_other_and_ink_on_both(name: str) -> None:
    colour = COLOURS[name]
    assert _contrast(INK, colour.back) > 12
    assert _contrast(INK, colour.wear) > 3
    assert _contrast(colour.wear, colour.back) > 3


def test_nobody_is_given_a_face_that_they_did_not_choose() -> None:
    given = {default_of(new_id()) for _person in range(500)}
    assert len({choice.face for choice in given}) == len(PLANTS)
    assert {choice.face for choice in given} <= set(PLANTS)
    assert len(given) > 60
    assert default_of("rosa000000000000") == default_of("rosa000000000000")


def test_only_what_is_ours_is_a_choice() -> None:
    assert choice_of("peep-grey-bun-sky") == Choice("peep-grey-bun", "sky")
    for name in ("", "-", "sky", "peep-afro", "peep-afro-", "peep-afro-red", "peep-afro-sky ", "Peep-afro-sky",
                 "../peep-afro-sky", "peep-afro-sky.svg", "uniform/cap-sky", "a-\x00", "cap-sky"):  # fmt: skip
        assert choice_of(name) is None, name
    assert all(choice_of(f"{face}-{colour}") for face in OFFICERS for colour in COLOURS)
