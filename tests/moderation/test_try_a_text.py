"""Staff try a text under the rules of today; nobody else does."""

from collections.abc import AsyncIterator

import pytest

from foundation.errors import NotAllowed
from foundation.permissions import Role, Viewer
from moderation.screening import Context
from moderation.trying.service import try_text
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House

PATH = "/moderation/screen"


@pytest.mark.parametrize("who", ["ada", "mo", "dee"])
async def test_staff_see_what_would_be_found_and_where(house: House, cast: Cast, who: str) -> None:
    text = "Ring 07700 900123, you wanker"
    answer = await house.caller(getattr(cast, who)).post(PATH, {"text": text})
    assert answer.status == 200
    assert answer.json["action"] == "hold"
    found = {
        hit["rule"]: (text[hit["start"] : hit["end"]], hit["kind"], hit["version"] >= 1) for hit in answer.json["hits"]
    }
    assert found == {
        "abuse.word": ("wanker", "abuse", True),
        "phone.number": ("07700 900123", "personal_data", True),
    }


async def test_mo_asks_how_an_officers_text_would_fare(house: House, cast: Cast) -> None:
    body = {"text": "Ring 07700 900123", "context": {"trusted": True, "confirmed": True}}
    answer = await house.caller(cast.mo).post(PATH, body)
    assert (answer.json["action"], len(answer.json["hits"])) == ("allow", 1)


@pytest.mark.parametrize(("who", "status"), [("rosa", 403), ("gwen", 403), ("olga", 403), (None, 401)])
async def test_others_are_refused(house: House, cast: Cast, who: str | None, status: int) -> None:
    member = getattr(cast, who) if who else None
    answer = await house.caller(member).post(PATH, {"text": "hello"})
    assert answer.status == status
    assert answer.headers["Content-Type"].startswith("application/problem+json")


@pytest.mark.parametrize("body", [{"text": "a" * 4001}, {"text": 5}, {}])
async def test_a_text_that_is_none_or_too_long_is_refused(house: House, cast: Cast, body: dict[str, object]) -> None:
    answer = await house.caller(cast.mo).post(PATH, body)
    assert answer.status == 422


async def test_the_verb_itself_refuses_who_got_past_the_door(house: House) -> None:
    with pytest.raises(NotAllowed):
        await try_text(house.app, Viewer(id="rosa000000000000", role=Role.RESIDENT), "hello", Context())


@pytest.fixture
async def page(house: House, cast: Cast) -> AsyncIterator[Browser]:
    browser = Browser(house.url, cast.mo)
    yield browser
    await browser.close()


async def test_mo_sees_what_is_found_marked_in_the_text_and_what_the_rule_is_for(page: Browser) -> None:
    await page.get("/moderation/try")
    tried = await page.post("/moderation/try", text="Ring <b>07700 900123</b>, you wanker", who="resident")
    assert '<mark class="bl-tried__hit">07700 900123<a' in tried.text
    assert '<mark class="bl-tried__hit">wanker<a' in tried.text
    assert "Ring &lt;b&gt;" in tried.text
    assert "phone.number" in tried.text
    assert "Holds slurs and the strongest insults until a person has read them" in tried.text
    assert "A moderator reads it first" in tried.text


@pytest.mark.parametrize(
    ("text", "who", "outcome"),
    [
        ("Lovely meeting", "resident", "It is posted"),
        ("See https://deals.example", "newcomer", "A moderator reads it first"),
        ("See https://deals.example", "resident", "It is posted"),
        ("Ring 07700 900123", "trusted", "Its author is asked first"),
        ("he has a knife", "resident", "It is posted, and a person is called at once"),
        ("I will kill you", "resident", "It is posted, and a moderator looks at it sooner"),
    ],
)
async def test_the_page_says_what_would_become_of_a_text(page: Browser, text: str, who: str, outcome: str) -> None:
    await page.get("/moderation/try")
    tried = await page.post("/moderation/try", text=text, who=who)
    heading = tried.text.partition('id="outcome">')[2].partition("</h2>")[0]
    assert heading.strip() == outcome
