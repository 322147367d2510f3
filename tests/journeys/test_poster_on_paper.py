"""“You said, we did” on a wall: one sheet of A4, with nothing agreed, with one thing, and with three."""

import re

import pytest
from playwright.async_api import expect

from tests.cast import HOME, Cast
from tests.journeys.conftest import Browse
from tests.priorities.acting.agreed import agree, did

pytestmark = pytest.mark.browser
POSTER = f"/neighbourhoods/{HOME}/you-said-we-did/poster"
A4 = (595, 842)
"""Points."""
LONG = "\n\n".join(f"{number}. We walked through the park from nine to midnight again." for number in range(30))
SHORT = "We walked through the park from nine to midnight on eleven nights, and took two motorbikes away."
FIGURES = [
    {"label": "Calls about motorbikes in a month", "before": "41", "after": "12"},
    {"label": "Nights on foot", "before": "0", "after": "11"},
]


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
    page = await browse()
    await page.goto(POSTER)
    await expect(page.get_by_role("heading", name="You said, we did").first).to_be_visible()
    pdf = await page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box
    assert (round(float(box[1])), round(float(box[2]))) == pytest.approx(A4, abs=2)
    # Nothing of it lies beneath what is printed: the square is on the sheet, and whole.
    await page.emulate_media(media="print")
    code = await page.locator(".bl-said-poster__code").bounding_box()
    assert code is not None
    assert code["width"] == pytest.approx(code["height"], abs=1)
    assert await page.locator(".bl-said-poster__what").count() == max(1, min(agreed, 3))
