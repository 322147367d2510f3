"""A result to take away: for a spreadsheet, as a drawing, as a picture."""

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree

import aiohttp
import numpy as np
import pytest
from PIL import Image

from foundation.drawing import Circle, Drawing, Rect, Words, as_png, as_svg
from foundation.lettering import width_of, wrapped
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.results.counted import close

BALLOTS = [("email", (0, 1))] * 12 + [("confirmed", (1,))] * 10
EVIL = ("=1+1", "<script>alert(1)</script>", "Lit & ter \u202e", "Ŵ" * 119)


async def test_a_spreadsheet_has_a_row_for_each_option(poll: Poll, house: House) -> None:
    round_id, options = await close(poll, BALLOTS, ideas=EVIL, places=1)
    answer = await house.page(f"/rounds/{round_id}/results.csv")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="results-{round_id}.csv"'
    rows = list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["option"] for row in rows][:2] == [options[1], options[0]]
    assert rows[0] | {"title": "", "option": ""} == {
        "option": "", "title": "", "votes": "22", "plain": "yes", "equal_shares": "yes", "advised": "yes",
        "votes_email": "12", "votes_confirmed": "10",
    }  # fmt: skip
    assert "'=1+1" in {row["title"] for row in rows}


async def test_the_drawing_is_xml_whatever_people_wrote(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, BALLOTS, ideas=EVIL)
    drawn = ElementTree.fromstring((await house.page(f"/rounds/{round_id}/results.svg")).text)
    words = " ".join("".join(each.itertext()) for each in drawn)
    assert "<script>alert(1)</script>" in words
    assert "22 (100%)" in words
    assert not drawn.findall(".//{*}script")


async def test_the_picture_is_one(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, BALLOTS, ideas=EVIL)
    async with aiohttp.ClientSession(house.url) as session:
        bodies = []
        for _time in range(2):
            async with session.get(f"/rounds/{round_id}/results.png") as answer:
                assert answer.headers["Content-Type"] == "image/png"
                assert answer.headers["Cache-Control"] == "no-cache"
                bodies.append(await answer.read())
    assert bodies[0] == bodies[1]
    picture = Image.open(BytesIO(bodies[0]))
    assert picture.width == 1000
    assert len(set(picture.convert("RGB").get_flattened_data())) > 10


async def test_a_hundred_options_are_drawn(poll: Poll, house: House) -> None:
    ideas = tuple(f"Idea number {number}" for number in range(100))
    round_id, _options = await close(poll, BALLOTS, ideas=ideas)
    for ending in ("", ".svg", ".csv"):
        text = (await house.page(f"/rounds/{round_id}/results{ending}")).text
        assert all(f"Idea number {number}" in text for number in (0, 50, 99))


def test_the_pictures_letters_are_those_of_wales() -> None:
    assert width_of("ŵŷ", 20) > 0
    assert width_of("ŵ", 20) != width_of("\ue000", 20)


@pytest.mark.parametrize("text", ["", "one", "two words here", "x" * 400, "a " * 300, "long " + "y" * 200])
def test_lines_are_no_wider_than_they_may_be(text: str) -> None:
    lines = wrapped(text, 200, 20)
    assert len(lines) <= 2
    assert all(width_of(line, 20) <= 200 for line in lines)
    assert (
        "".join(lines).rstrip("…").replace(" ", "")
        == text.replace(" ", "")[: len("".join(lines).rstrip("…").replace(" ", ""))]
    )


def test_what_no_letter_is_drawn_for_breaks_no_drawing() -> None:
    drawing = Drawing(10, 10, "#ffffff", "a\x00b", "\x1b", [Words(0, 0, "c\x07d", 12, "#000000")])
    words = "".join(ElementTree.fromstring(as_svg(drawing)).itertext())
    assert words.split() == ["ab", "cd"]


def test_both_ways_draw_the_same_shapes() -> None:
    shapes = (Rect(10, 10, 30, 10, "#ff0000"), Rect(10, 30, 0, 10, "#00ff00"), Words(10, 60, "a<b", 12, "#000000"))
    drawing = Drawing(100, 80, "#ffffff", "A & B", "c", shapes)
    picture = Image.open(BytesIO(as_png(drawing)))
    assert picture.getpixel((20, 15)) == (255, 0, 0)
    assert picture.getpixel((20, 35)) == (255, 255, 255)
    assert "a&lt;b" in as_svg(drawing)
    assert "A &amp; B" in as_svg(drawing)


@pytest.mark.parametrize("scale", [1, 2])
def test_circles_are_where_they_are_drawn_and_shine_through(scale: int) -> None:
    circles = [Circle(40.5, 40, 30, "#ff0000", "#000000", 0.5), Circle(70, 40, 30, "#0000ff", "#000000", 0.5)]
    drawing = Drawing(120, 80, "#ffffff", "a", "b", circles)
    picture = Image.open(BytesIO(as_png(drawing, scale))).convert("RGB")
    pixels = np.asarray(picture)

    def seen(x: int, y: int) -> list[int]:
        return [int(part) for part in pixels[y * scale, x * scale]]

    assert [seen(x, 40) for x in (25, 55, 85)] == [[255, 127, 127], [127, 63, 191], [127, 127, 255]]
    assert [seen(*place) for place in ((4, 40), (40, 4), (106, 40), (70, 76))] == [[255] * 3] * 4
    assert all(max(seen(*place)) < 140 for place in ((40, 10), (70, 69)))
    drawn = ElementTree.fromstring(as_svg(drawing)).findall(".//{*}circle")
    assert [(each.get("cx"), each.get("r"), each.get("fill-opacity")) for each in drawn] == [
        ("40.5", "30", "0.5"),
        ("70", "30", "0.5"),
    ]
