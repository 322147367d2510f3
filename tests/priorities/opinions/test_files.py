"""What people think, to take away: the groups as a drawing and a picture, tables for spreadsheets."""

import csv
import re
from io import BytesIO, StringIO
from xml.etree import ElementTree

import aiohttp
import numpy as np
import pytest
from PIL import Image

from priorities.models import Phase, Round
from priorities.opinions.models import OpinionGroups, Statement
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.test_grouping import LIKE, NOT, people
from tests.priorities.poll import Poll
from tests.priorities.results.counted import hold_jobs

FILES = ("opinions.csv", "opinions/groups.csv", "opinions/groups.svg", "opinions/groups.png")
EVIL = (
    "=1+1",
    "<script>alert(1)</script>",
    " @SUM(A1)",
    "Lit & ter \u202e",
    "Goleuadau ŵ a ŷ, os gwelwch yn dda",
    '"a", b\nc',
)


async def _camps(asking: Asking) -> None:
    """Two, that think otherwise of twelve statements, and alike of one more; and the close."""
    chance = np.random.default_rng(2)
    await asking.crowd(people([*LIKE, *NOT, 0.95], 40, chance) + people([*NOT, *LIKE, 0.95], 30, chance))
    await asking.poll.move_to(asking.id, Phase.AGREE)


async def _table(asking: Asking, file: str) -> list[dict[str, str]]:
    answer = await asking.poll.house.page(f"/rounds/{asking.id}/{file}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert answer.text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))


async def _drawn(asking: Asking) -> ElementTree.Element:
    return ElementTree.fromstring((await asking.poll.house.page(f"/rounds/{asking.id}/opinions/groups.svg")).text)


def _words(drawn: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in drawn]


async def test_the_table_has_all_that_the_page_and_the_api_have(asking: Asking) -> None:
    await _camps(asking)
    told = (await asking.results()).json
    rows = await _table(asking, "opinions.csv")
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
    await _camps(asking)
    told = (await asking.results()).json["groups"]
    rows = await _table(asking, "opinions/groups.csv")
    assert [(row["group"], row["size"], row["statement"], row["agrees"]) for row in rows] == [
        (group["name"], str(group["size"]), mark["id"], "yes" if mark["agrees"] else "no")
        for group in told
        for mark in group["marks"]
    ]
    assert {(float(row["x"]), float(row["y"])) for row in rows} == {tuple(group["place"]) for group in told}
    drawn = await _drawn(asking)
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
    await _camps(asking)
    page = (await house.page(f"/rounds/{asking.id}/opinions")).text
    shown = np.array(re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', page), dtype=float)
    drawn = np.array(
        [[circle.get(name) for name in ("cx", "cy", "r")] for circle in (await _drawn(asking)).findall("{*}circle")],
        dtype=float,
    )
    assert shown.shape == (2, 3)
    assert np.allclose((shown[1] - shown[0]) * 2.3, drawn[1] - drawn[0], atol=0.01)
    assert np.allclose(shown[:, 2] * 2.3, drawn[:, 2], atol=0.01)


async def test_each_stands_beside_what_it_is_of(asking: Asking, house: House) -> None:
    await _camps(asking)
    page = (await house.page(f"/rounds/{asking.id}/opinions")).text
    for file in FILES:
        assert page.count(f'href="/rounds/{asking.id}/{file}"') == 1, file
        answer = await house.page(f"/rounds/{asking.id}/{file}")
        name = f"{file.rpartition('/')[2].partition('.')[0]}-{asking.id}.{file.rpartition('.')[2]}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert f'href="/api/v1/rounds/{asking.id}/opinions"' in page


async def test_asked_without_the_body_they_say_the_same(asking: Asking, house: House) -> None:
    await _camps(asking)
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
    texts = {row["statement"]: row["text"] for row in await _table(asking, "opinions.csv")}
    assert [texts[id_] for id_ in asking.statements] == [
        "'=1+1", EVIL[1], "' @SUM(A1)", EVIL[3], EVIL[4], EVIL[5]
    ]  # fmt: skip
    marks = {row["statement"]: row["text"] for row in await _table(asking, "opinions/groups.csv")}
    assert marks
    assert marks.items() <= texts.items()
    drawn = await _drawn(asking)
    assert "=<b>Gaeaf ŵ</b>" in _words(drawn)
    assert not drawn.findall(".//{*}b")


async def test_nobody_has_them_before_the_close(poll: Poll, house: House, cast: Cast) -> None:
    """In the last of these phases the vote is over, and not counted yet."""
    for phase in (Phase.GATHER, Phase.SHAPE, Phase.VOTE, Phase.AGREE):
        if phase is Phase.AGREE:
            hold_jobs(house)
        round_id = await poll.begin(phase, opinions=True)
        await OpinionGroups.create(id=round_id, found=_FOUND, at=(await poll.row(round_id))["created_at"])
        for member in (None, cast.rosa, cast.ada, cast.mo, cast.dee, cast.gwen, cast.olga):
            for file in FILES:
                answer = await house.page(f"/rounds/{round_id}/{file}", member)
                assert answer.status == 404, (phase, file, member and member.name)
            page = (await house.page(f"/rounds/{round_id}/opinions", member)).text
            assert not any(file in page for file in FILES)


_FOUND: JSON = {
    "people": 60,
    "why": "",
    "groups": [{"size": 30, "place": [place, 0], "said": {}, "marks": []} for place in (-1, 1)],
}


async def test_a_round_that_does_not_ask_has_none(poll: Poll, house: House) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.move_to(round_id, Phase.AGREE)
    assert {(await house.page(f"/rounds/{round_id}/{file}")).status for file in FILES} == {404}


async def test_figures_of_few_are_told_in_no_file(asking: Asking, house: House) -> None:
    await asking.crowd([[1, 9]] * 5 + [[-1, 1]] * 5 + [[9, 1]] * 4)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    rows = await _table(asking, "opinions.csv")
    assert [list(row.values())[1:] for row in rows] == [
        ["Statement number 0", "all", "5", "5", "0", "0.5"],
        ["Statement number 1", "all", "", "", "", ""],
    ]
    page = (await house.page(f"/rounds/{asking.id}/opinions")).text
    for file in FILES[1:]:
        assert (await house.page(f"/rounds/{asking.id}/{file}")).status == 404, "there are no groups"
        assert file not in page


async def test_small_groups_are_empty_in_the_table_as_on_the_page(asking: Asking) -> None:
    await asking.crowd([[1, 1]] * 73)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    asked, other = asking.statements
    groups = [
        {"size": size, "place": [number, 0], "marks": [],
         "said": {asked: {"agree": said, "disagree": 0, "pass": 0}, other: {"agree": size, "disagree": 0, "pass": 0}}}
        for number, (size, said) in enumerate(((40, 40), (20, 3), (33, 30)))
    ]  # fmt: skip
    await OpinionGroups.filter(id=asking.id).update(found={"people": 93, "why": "", "groups": groups})
    rows = [row for row in await _table(asking, "opinions.csv") if row["statement"] == asked]
    assert [(row["group"], row["agree"]) for row in rows] == [("all", "73"), ("A", "40"), ("B", ""), ("C", "")]
    marks = await _table(asking, "opinions/groups.csv")
    assert [(row["group"], row["size"], row["statement"]) for row in marks] == [
        ("A", "40", ""),
        ("B", "20", ""),
        ("C", "33", ""),
    ]


@pytest.mark.parametrize("state", ["hidden", "held", "rejected", "deleted"])
async def test_what_is_taken_down_is_in_none_of_them(asking: Asking, house: House, state: str) -> None:
    await _camps(asking)
    marking = (await asking.results()).json["groups"][0]["marks"][0]["id"]
    await Statement.filter(id=marking).update(text="Mrs Quaggatremlett")
    before = [(await house.page(f"/rounds/{asking.id}/{file}")).text for file in FILES[:2]]
    assert all("Quaggatremlett" in text for text in before)
    await Statement.filter(id=marking).update(state=state)
    for file in FILES[:3]:
        text = (await house.page(f"/rounds/{asking.id}/{file}")).text
        assert "Quaggatremlett" not in text, file
        assert marking not in text, file


async def test_a_title_that_is_taken_out_is_gone_from_the_picture(asking: Asking) -> None:
    await _camps(asking)
    assert "Winter priorities" in _words(await _drawn(asking))
    await Round.filter(id=asking.id).update(title="(taken out)")
    assert "(taken out)" in _words(await _drawn(asking))
    assert "Winter priorities" not in _words(await _drawn(asking))


async def test_it_is_drawn_in_the_readers_language(asking: Asking, house: House) -> None:
    await _camps(asking)
    path = f"/rounds/{asking.id}/opinions/groups.svg"
    english = (await house.page(path)).text
    welsh = (await house.caller().send("GET", path, headers={"Cookie": "bluelamp_language=cy"})).text
    assert "said what they think" in english
    assert "said what they think" not in welsh
    assert "Grŵp A: 40; Grŵp B: 30" in welsh
    assert (await house.page(path)).text == english
