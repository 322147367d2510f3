"""A priority is found as whatever else is in the index: by the call and on the page, and by itself."""

import pytest

from foundation import clock
from foundation.database import atomic
from foundation.search.entries import Entry, put, remove
from tests.cast import HOME, Cast
from tests.forums.talk import Talk
from tests.house import House

PATH = f"/neighbourhoods/{HOME}"
PRIORITY = Entry(
    kind="priority", id="d20p8831ts7ecxc9", force_id="south-wales", neighbourhood_id=HOME, path=PATH,
    title="Speeding past the school", words="Officers stand on Lowther Road twice a week.", at=clock.now(),
)  # fmt: skip


@pytest.fixture
def limits() -> bool:
    return False


async def test_it_is_found_by_itself_by_the_call_and_on_the_page(house: House, talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa, "Speeding", "They race past the school every night")).topic_id)
    await atomic(lambda: put([PRIORITY]))
    for member in (None, cast.rosa):
        caller = house.caller(member)
        [found] = (await caller.get("/search", params={"q": "speeding school", "kind": "priority"})).json["items"]
        assert (found["kind"], found["id"], found["title"]) == ("priority", PRIORITY.id, PRIORITY.title)
        assert (found["url"], found["neighbourhood"]) == (PATH, HOME)
        assert "Officers stand" in found["excerpt"]
        both = (await caller.get("/search", params={"q": "school"})).json["items"]
        assert {each["id"] for each in both} == {PRIORITY.id, topic}
        page = (await house.page("/search?q=speeding+school&kind=priority", member)).text
        assert f'<a class="govuk-link" href="{PATH}"><mark>Speeding</mark> past the <mark>school</mark></a>' in page
        assert f"/topics/{topic}" not in page
    nothing = await house.caller().get("/search", params={"q": "school", "kind": "priority", "neighbourhood": "roath"})
    assert nothing.json["items"] == []


async def test_one_that_is_taken_out_of_the_index_is_not_found(house: House, cast: Cast) -> None:
    await atomic(lambda: put([PRIORITY]))
    await atomic(lambda: remove("priority", [PRIORITY.id]))
    assert (await house.caller().get("/search", params={"q": "school"})).json["items"] == []
