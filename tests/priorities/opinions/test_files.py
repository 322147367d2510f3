"""What people think, to take away: the groups as a drawing and a picture, tables for spreadsheets."""

import re
from io import BytesIO
from xml.etree import ElementTree

import aiohttp
import numpy as np
from PIL import Image

from priorities.models import Phase, Round
from priorities.opinions.models import Statement
from tests.house import House
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.files import FILES, drawing_of, table_of, two_camps

EVIL = (
    "=1+1",
    "<script>alert(1)</script>",
    " @SUM(A1)",
    "Lit & ter \u202e",
    "Goleuadau ŵ a ŷ, os gwelwch yn dda",
    '"a", b\nc',
)


def _words(drawn: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in drawn]


async def test_the_table_has_all_that_the_page_and_the_api_have(asking: Asking) -> None:
    await two_camps(asking)
    told = (await asking.results()).json
    rows = await table_of(asking, "opinions.csv")
    assert [row["group"] for row in rows[:3]] == ["all", "A", "B"]
    wanted = [
        {
            "statement": one["id"], "text": one["text"], "group": name, "bridge": str(one["bridge"]),
            **{word: str(said[word]) for word in ("agree", "disagree", "pass")},
        }
        for one in told["statements"]
        for name, said in zip(("all", "A", "B"), (one["said"], *one["by_group"]), strict=True)
    ]  # fmt: skip
    assert rows == wanted
    assert len(rows) == 39


async def test_the_groups_are_a_table_and_two_pictures(asking: Asking, house: House) -> None:
    await two_camps(asking)
    told = (await asking.results()).json["groups"]
    rows = await table_of(asking, "opinions/groups.csv")
    assert [(row["group"], row["size"], row["statement"], row["agrees"]) for row in rows] == [
        (group["name"], str(group["size"]), mark["id"], "yes" if mark["agrees"] else "no")
        for group in told
        for mark in group["marks"]
    ]
    assert {(float(row["x"]), float(row["y"])) for row in rows} == {tuple(group["place"]) for group in told}
    drawn = await drawing_of(asking)
    assert len(drawn.findall("{*}circle")) == 2
    words = _words(drawn)
    assert {"A", "40", "B", "30", "Winter priorities", "Group A: 40; Group B: 30"} <= set(words)
    assert any("70 people said what they think. Their opinions fall into 2 groups." in each for each in words)
    async with (
        aiohttp.ClientSession(house.url) as session,
        session.get(f"/rounds/{asking.id}/opinions/groups.png") as answer,
    ):
        picture = Image.open(BytesIO(await answer.read()))
        assert answer.headers["Cache-Control"] == "no-cache"
    assert (picture.width, picture.height) == (int(drawn.get("width", 0)), int(drawn.get("height", 0)))
    pixels = np.asarray(picture.convert("RGB"))
    for circle in drawn.findall("{*}circle"):
        x, y, radius = (float(circle.get(name, 0)) for name in ("cx", "cy", "r"))
        assert pixels[round(y), round(x - radius * 0.8)].tolist() == [214, 223, 235]


async def test_the_picture_is_that_of_the_page(asking: Asking, house: House) -> None:
    """As large as it is wide, at another place below its own heading."""
    await two_camps(asking)
    page = (await house.page(f"/rounds/{asking.id}/opinions")).text
    shown = np.array(re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', page), dtype=float)
    circles = (await drawing_of(asking)).findall("{*}circle")
    drawn = np.array([[circle.get(name) for name in ("cx", "cy", "r")] for circle in circles], dtype=float)
    assert shown.shape == (2, 3)
    assert np.allclose((shown[1] - shown[0]) * 2.3, drawn[1] - drawn[0], atol=0.01)
    assert np.allclose(shown[:, 2] * 2.3, drawn[:, 2], atol=0.01)


async def test_each_stands_beside_what_it_is_of(asking: Asking, house: House) -> None:
    await two_camps(asking)
    page = (await house.page(f"/rounds/{asking.id}/opinions")).text
    for file in FILES:
        assert page.count(f'href="/rounds/{asking.id}/{file}"') == 1, file
        answer = await house.page(f"/rounds/{asking.id}/{file}")
        name = f"{file.rpartition('/')[2].partition('.')[0]}-{asking.id}.{file.rpartition('.')[2]}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert f'href="/api/v1/rounds/{asking.id}/opinions"' in page


async def test_asked_without_the_body_they_say_the_same(asking: Asking, house: House) -> None:
    await two_camps(asking)
    for file in FILES:
        whole, head = [
            await house.caller(None).send(method, f"/rounds/{asking.id}/{file}") for method in ("GET", "HEAD")
        ]
        assert (head.status, head.text) == (200, "")
        for name in ("Content-Type", "Content-Length", "Content-Disposition", "Cache-Control"):
            assert head.headers[name] == whole.headers[name], (file, name)


async def test_nothing_that_people_wrote_runs_anywhere(asking: Asking, house: House) -> None:
    await asking.crowd([[1] * len(EVIL)] * 30 + [[-1] * len(EVIL)] * 30)
    for id_, text in zip(asking.statements, EVIL, strict=True):
        await Statement.filter(id=id_).update(text=text)
    await Round.filter(id=asking.id).update(title="=<b>Gaeaf ŵ</b>")
    await asking.poll.move_to(asking.id, Phase.AGREE)
    texts = {row["statement"]: row["text"] for row in await table_of(asking, "opinions.csv")}
    assert [texts[id_] for id_ in asking.statements] == [
        "'=1+1", EVIL[1], "' @SUM(A1)", EVIL[3], EVIL[4], EVIL[5]
    ]  # fmt: skip
    marks = {row["statement"]: row["text"] for row in await table_of(asking, "opinions/groups.csv")}
    assert marks
    assert marks.items() <= texts.items()
    drawn = await drawing_of(asking)
    assert "=<b>Gaeaf ŵ</b>" in _words(drawn)
    assert not drawn.findall(".//{*}b")


async def test_a_title_that_is_taken_out_is_gone_from_the_picture(asking: Asking) -> None:
    await two_camps(asking)
    assert "Winter priorities" in _words(await drawing_of(asking))
    await Round.filter(id=asking.id).update(title="(taken out)")
    assert "(taken out)" in _words(await drawing_of(asking))
    assert "Winter priorities" not in _words(await drawing_of(asking))


async def test_it_is_drawn_in_the_readers_language(asking: Asking, house: House) -> None:
    await two_camps(asking)
    path = f"/rounds/{asking.id}/opinions/groups.svg"
    english = (await house.page(path)).text
    welsh = (await house.caller().send("GET", path, headers={"Cookie": "bluelamp_language=cy"})).text
    assert "said what they think" in english
    assert "said what they think" not in welsh
    assert "Grŵp A: 40; Grŵp B: 30" in welsh
    assert (await house.page(path)).text == english
