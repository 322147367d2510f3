"""Whatever is typed into the box, the answer is a page and a list, and never an error of ours."""

from html import escape

import pytest

from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House

HOSTILE = {
    "nothing": "",
    "operators": "AND OR NOT NEAR ( ) \" ' * - + : ^",
    "words of operators": "NEAR(a b, 2) OR title:x AND marks:ktopicx",
    "a quote": '"',
    "unbalanced": 'lamp "by the',
    "many quotes": '"' * 501,
    "minuses": '- -- --- -"',
    "only what must not be there": "-lamp",
    "a column": "{title words} : lamp",
    "stars": "lamp* *",
    "tsquery": "lamp & !school | (a <-> b):*",
    "a tsquery literal": "'lamp' <2> 'x':ABCD",
    "sql": "'; DROP TABLE search_entry; --",
    "a null": "lamp\x00school",
    "controls": "\x01\x02lamp\x03\x1b",
    "surrogates": "\udcff lamp",
    "emoji": "😀 🏴󠁧󠁢󠁷󠁬󠁳󠁿 lamp",
    "right to left": "\u202elamp\u202c مصباح",
    "a long word": "a" * 5000,
    "many words": "lamp " * 1500,
    "many different words": " ".join(f"w{number}" for number in range(1200)),
    "brackets": "(" * 5000,
    "percent": "%00%ff%",
    "backslashes": "\\\\\\' \\x00 \\",
    "html": "<script>alert(1)</script><mark>",
    "marks of ours": "@ktopic ktopicx \x02lamp\x03",
}


@pytest.fixture
def limits() -> bool:
    return False


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_question_gets_an_answer(talk: Talk, cast: Cast, house: House, typed: str) -> None:
    await talk.topic(cast.rosa, "The lamp by the school", "It has been dark for a week")
    typed = typed.encode("utf-8", "replace").decode()
    call = await house.caller().send("GET", "/api/v1/search", params={"q": typed[:2000]})
    assert call.status == 200, call.text
    page = await house.caller().send("GET", "/search", params={"q": typed[:2000]})
    assert page.status == 200
    assert "<script>alert" not in page.text
    assert escape(typed.strip()[:20], quote=False)[:3] in page.text.replace("&#34;", '"').replace("&#39;", "'")


@pytest.mark.parametrize("name", ["neighbourhood", "section"])
@pytest.mark.parametrize("value", ["'", "\\", "' | '@kreply", '" OR "', "a" * 40, "Ŵ", "%"])
async def test_a_hostile_place_finds_nothing(talk: Talk, cast: Cast, house: House, name: str, value: str) -> None:
    await talk.topic(cast.rosa, "The lamp by the school", "It has been dark for a week")
    answer = await house.caller().get("/search", params={"q": "lamp", name: value})
    assert (answer.status, answer.json) == (200, {"items": [], "next": None})


@pytest.mark.parametrize(
    "query", ["kind=nothing", "from=yesterday", "limit=0", "limit=1000", "from=2026-12-01&to=2026-11-01", "cursor=x"]
)
async def test_what_is_no_search_is_refused_and_the_page_keeps_the_words(house: House, query: str) -> None:
    assert (await house.caller().get(f"/search?q=lamp&{query}")).status == 422
    page = await house.page(f"/search?q=lamp&{query.replace('from', 'since').replace('to=', 'until=')}")
    assert page.status == (200 if query.startswith("limit") else 422)
    assert 'value="lamp"' in page.text


@pytest.mark.parametrize("day", ["2026-13-01", "0001-01-01", "9999-12-31", "20261122", "x" * 500, "2026-W01-1"])
async def test_a_day_that_is_none_comes_back_with_a_sentence_or_is_read(house: House, day: str) -> None:
    page = await house.page(f"/search?q=lamp&since={day}&until={day}")
    assert page.status in {200, 422}
    assert 'value="lamp"' in page.text


@pytest.mark.parametrize("length", [4000, 20_000])
async def test_ten_thousand_characters_are_answered(house: House, length: int) -> None:
    answer = await house.caller().send("GET", "/search", params={"q": "a " * (length // 2)})
    assert answer.status in {200, 400}, "more than an address may have is refused before it reaches us"


@pytest.mark.parametrize("name", ["neighbourhood", "section"])
@pytest.mark.parametrize("asked", ["lamp", ""])
async def test_a_place_longer_than_any_is_refused_in_a_sentence(house: House, name: str, asked: str) -> None:
    page = await house.caller().send("GET", "/search", params={"q": asked, name: "a" * 5000})
    assert (page.status, "Choose where to look" in page.text) == (422, True)
