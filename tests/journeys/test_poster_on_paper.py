"""“You said, we did” on a wall: one sheet of A4, with nothing agreed, with one thing, and with three."""

import re
from datetime import timedelta
from typing import Any, Final

import pytest
from playwright.async_api import ViewportSize, expect

from foundation import clock
from priorities.acting.models import Status
from priorities.reviewing.models import ReviewEnd
from tests.cast import HOME, Cast
from tests.journeys.conftest import Browse
from tests.priorities.acting.agreed import agree, did

pytestmark = pytest.mark.browser
POSTER = f"/neighbourhoods/{HOME}/you-said-we-did/poster"
A4 = (595, 842)
"""Points."""
LONG = "\n\n".join(f"{number}. We walked through the park from nine to midnight again." for number in range(30))
SHORT = "We walked through the park from nine to midnight on eleven nights, and took two motorbikes away."
TITLE = "Motorbikes without plates that race through the park by the river at night, and wake the whole of Lowther Road"
PROMISE = "Two officers walk through the park on three evenings of each week, at other hours every time. " * 5
FIGURES = [
    {"label": "Calls about motorbikes in a month", "before": "41", "after": "12"},
    {"label": "Nights on foot", "before": "0", "after": "11"},
]
LONG_FIGURES = [
    {
        "label": "Calls about motorbikes in the park and on the path beside the river in a month",
        "before": "some 41 each week",
        "after": "some 12 each week",
    },
    {
        "label": "Nights on which two officers at least walked there on foot until after midnight",
        "before": "none in this year",
        "after": "eleven in June",
    },
]
PAPER: Final[ViewportSize] = {"width": 703, "height": 1031}
"""A4 between its margins."""


def _late() -> dict[str, Any]:
    """A title, a post and a promise as long as they may be, and an update that did not come."""
    return {
        "title": TITLE.ljust(120, "s"),
        "owner_rank": "Sergeant",
        "owner_role": "neighbourhood team sergeant of Cathays, Plasnewydd and the river, for evenings".ljust(80, "s"),
        "promise": PROMISE.strip()[:500],
        "next_update_on": clock.now().date() - timedelta(days=3),
    }


@pytest.mark.parametrize(
    ("agreed", "title", "body"),
    [
        (0, "", ""),
        (1, "Noise " * 20, LONG),
        (3, "Noise in the park at night", SHORT),
        (5, "Noise in the park at night", SHORT),
    ],
)
async def test_it_is_one_sheet_of_a4(browse: Browse, cast: Cast, agreed: int, title: str, body: str) -> None:
    for _each in range(agreed):
        priority = await agree(title=title.strip())
        await did(priority, cast.ada.id, body=body, figures=FIGURES, partner="Cardiff Council")
    await _printed_on_one(browse, shown=max(1, min(agreed, 3)))


@pytest.mark.parametrize("agreed", [1, 2, 3])
async def test_all_that_is_as_long_as_it_may_be_fits_on_it(browse: Browse, cast: Cast, agreed: int) -> None:
    for _each in range(agreed):
        priority = await agree(**_late())
        partner = "The Council’s wardens, Keep Wales Tidy and the Friends of the park by the river".ljust(80, "s")
        await did(priority, cast.ada.id, body=LONG, figures=LONG_FIGURES, partner=partner)
    await _printed_on_one(browse, shown=agreed)


async def test_promises_and_reviews_fit_on_it(browse: Browse, cast: Cast) -> None:
    for _each in range(2):
        await agree(**_late())
    met = await agree(**_late() | {"status": Status.MET})
    await ReviewEnd.create(id=met, figures={"fixed": 99, "better": 12, "same": 9, "worse": 9}, met=True, at=clock.now())
    await did(met, cast.ada.id, body=LONG)
    await _printed_on_one(browse, shown=3)


async def _printed_on_one(browse: Browse, shown: int) -> None:
    """One sheet, with all of each priority above its foot, and the square whole."""
    page = await browse()
    await page.goto(POSTER)
    await expect(page.get_by_role("heading", name="You said, we did").first).to_be_visible()
    pdf = await page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box
    assert (round(float(box[1])), round(float(box[2]))) == pytest.approx(A4, abs=2)
    await page.emulate_media(media="print")
    await page.set_viewport_size(PAPER)
    code = await page.locator(".bl-said-poster__code").bounding_box()
    assert code is not None
    assert code["width"] == pytest.approx(code["height"], abs=1)
    assert code["y"] + code["height"] <= PAPER["height"]
    foot = await page.locator(".bl-said-poster__foot").bounding_box()
    assert foot is not None
    what = page.locator(".bl-said-poster__one")
    assert await page.locator(".bl-said-poster__what").count() == shown
    for place in range(await what.count()):
        one = await what.nth(place).bounding_box()
        assert one is not None
        assert one["y"] + one["height"] <= foot["y"], f"number {place + 1} lies beneath the foot"
