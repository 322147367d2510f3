"""Characters and numbers that no database keeps, where a page or a form takes something else: nothing fails by them."""

from urllib.parse import quote

import pytest

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.talk import Talk

NUL = "a\x00b"
pytestmark = pytest.mark.postgres


@pytest.fixture
def dialect() -> str:
    """The stricter of the two."""
    return "postgres"


async def test_what_an_open_page_shows_is_asked_for_by_ids_alone(talk: Talk, cast: Cast) -> None:
    begun = await talk.topic(cast.rosa)
    odd = [f"{quote(id_)}.1" for id_ in (NUL, "x" * 17, "٣", "")]
    shown = ",".join([f"{begun.id}.0", *odd])
    answer = await talk.house.page(f"/topics/{begun.topic_id}/new?after=1&shown={shown}")
    assert (answer.status, list(answer.json["changed"]), answer.json["gone"]) == (200, [begun.id], [])


async def test_a_forum_s_mode_takes_any_reason(talk: Talk, cast: Cast, browser: NewBrowser) -> None:
    forum, mo = (await talk.forum())["id"], browser(cast.mo)
    await mo.get(f"/forums/{forum}/mode")
    assert (await mo.post(f"/forums/{forum}/mode", mode="premoderated", reason=NUL)).status == 303
    assert (await talk.forum())["mode"] == "premoderated"


@pytest.mark.parametrize("before", ["0" * 17, "9" * 64, NUL])
async def test_notices_begin_anew_before_what_is_no_id(talk: Talk, cast: Cast, before: str) -> None:
    assert (await talk.house.page(f"/notices?before={quote(before)}", cast.rosa)).status == 200
