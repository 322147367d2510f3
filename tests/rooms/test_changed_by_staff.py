"""Words that a moderator changed: their author can take them back, and not change them."""

import pytest

from tests.cast import Cast
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room


@pytest.fixture
def limits() -> bool:
    return False


async def test_rosa_is_offered_to_take_them_back_and_not_to_edit_them(room: Room, cast: Cast) -> None:
    desk = Desk(room)
    message = await desk.flagged(cast.rosa, cast.amir)
    await desk.decided(cast.mo, message, "edit", body="The lamp is dark")
    page = (await desk.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    shown = page.partition(f'id="m-{message}"')[2].partition("</details>")[0]
    path = f"/surgeries/{room.id}/messages/{message}"
    assert f'action="{path}/withdraw"' in shown
    assert f'href="{path}/edit"' not in shown
    assert "changed by a moderator" in shown
