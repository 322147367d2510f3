"""The same without scripts."""

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.agreeing.sitting import Sitting, in_weeks
from tests.priorities.poll import IDEAS


async def test_ada_writes_down_what_the_panel_agreed_on(sitting: Sitting, browser: NewBrowser, cast: Cast) -> None:
    ada, path = browser(cast.ada), f"/rounds/{sitting.round_id}/panel"
    first = (await ada.get(path)).text
    assert first.count(" checked") == 3
    one, two = sitting.options[:2]
    second = (await ada.get(f"{path}/agree?option={one}&option={two}")).text
    assert "This departs from the vote." in second
    fields = {
        "options": f"{one},{two}", "version": "0", "reason": "",
        **{f"owner_role-{each}": "neighbourhood team" for each in (one, two)},
        **{f"owner_rank-{each}": "PC" for each in (one, two)},
        **{f"promise-{each}": "We look at it every week." for each in (one, two)},
        **{f"next_update_on-{each}": in_weeks(6) for each in (one, two)},
    }  # fmt: skip
    refused = await ada.post(f"{path}/agree", **fields)
    assert refused.status == 422
    assert "Say in public why the panel departs from the vote." in refused.text
    assert refused.text.count("We look at it every week.") == 2
    assert (await ada.post(f"{path}/agree", **fields | {"reason": "There are two of us."})).status == 303
    page = (await ada.get(path)).text
    assert "There are two of us." in page
    assert "Change what was agreed" in page


async def test_a_first_step_without_a_tick_comes_back(sitting: Sitting, browser: NewBrowser, cast: Cast) -> None:
    ada = browser(cast.ada)
    page = await ada.get(f"/rounds/{sitting.round_id}/panel/agree")
    assert page.status == 422
    assert "Choose at least one proposal." in page.text
    assert IDEAS[0] in page.text


async def test_a_day_that_is_none_is_said_at_its_field(sitting: Sitting, browser: NewBrowser, cast: Cast) -> None:
    ada, one = browser(cast.ada), sitting.options[0]
    await ada.get(f"/rounds/{sitting.round_id}/panel")
    page = await ada.post(
        f"/rounds/{sitting.round_id}/panel/agree", options=one, version="0", reason="x",
        **{f"next_update_on-{one}": "soon", f"promise-{one}": "Kept words."},
    )  # fmt: skip
    assert page.status == 422
    assert f"#next_update_on-{one}" in page.text
    assert "Kept words." in page.text
