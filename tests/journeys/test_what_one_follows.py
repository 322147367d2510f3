"""Everything that one follows on one page, whichever feature it is of."""

import re

import pytest

from tests.cast import HOME, Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("device", DEVICES)
async def test_priorities_are_among_it_until_one_follows_them_no_more(
    house: House, cast: Cast, browse: Browse, axe: str, device: str
) -> None:
    assert (await house.caller(cast.rosa).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    rosa = await browse(cast.rosa, **DEVICES[device])
    await rosa.goto("/following")
    assert await violations(rosa, axe) == []
    await fits(rosa, "/following")
    await rosa.get_by_role("button", name=re.compile("Stop following.*Priorities of Cathays")).click()
    await rosa.get_by_text("We have saved your choice.").wait_for()
    await rosa.get_by_text("You follow nothing yet.").wait_for()
