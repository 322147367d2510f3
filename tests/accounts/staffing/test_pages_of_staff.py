"""The pages on which staff are looked after, each shown as it is."""

import pytest

from tests.cast import Cast
from tests.house import House


@pytest.mark.parametrize("who", ["dee", "ada", "mo"])
async def test_a_person_s_page_and_the_list_are_shown(house: House, cast: Cast, who: str) -> None:
    for path in (f"/admin/people/{cast.ada.id}", "/admin/people"):
        answer = await house.page(path, getattr(cast, who))
        assert answer.status == 200, path
        assert cast.ada.name in answer.text
