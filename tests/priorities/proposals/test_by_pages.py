"""The proposals of a round come to clients by pages, as all lists do."""

import pytest

from priorities.models import Phase
from tests.cast import Cast
from tests.contract.description import Description
from tests.house import House
from tests.priorities.poll import IDEAS, Poll


@pytest.fixture(autouse=True)
async def _described(house: House) -> None:
    """Every answer is held against the description of the API."""
    house.check = Description((await house.caller().get("/openapi.json")).json).check


async def test_the_proposals_come_by_pages(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.GATHER)
    reader, path, titles, cursor = house.caller(cast.rosa), f"/rounds/{round_id}/proposals", list[str](), ""
    for more in (True, True, True, False):
        page = (await reader.get(f"{path}?limit=1{cursor}")).json
        titles += (item["title"] for item in page["items"])
        assert bool(page["next"]) == more
        cursor = f"&cursor={page['next']}"
    assert sorted(titles) == sorted(IDEAS)
    whole = (await reader.get(path)).json
    assert ([item["title"] for item in whole["items"]], whole["next"]) == (titles, None)


async def test_a_cursor_of_elsewhere_is_refused(poll: Poll, house: House, cast: Cast) -> None:
    path = f"/rounds/{await poll.begin(Phase.GATHER)}/proposals"
    [elsewhere, *_more] = await poll.options(await poll.begin(Phase.GATHER))
    for wrong in (f"cursor={elsewhere}", "cursor=~", "limit=0", "limit=101"):
        assert (await house.caller().get(f"{path}?{wrong}")).status == 422, wrong
