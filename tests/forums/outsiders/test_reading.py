"""What is not for everybody is read behind no door of the forums, whichever id is put into whichever address."""

import pytest

from tests.cast import Cast
from tests.forums.outsiders.doors import ROUTES, Scene
from tests.forums.outsiders.knocking import OUTSIDERS, Knocker, member_named

TAKEN_BACK = "quaggatwelve"
"""Nobody at all need find it."""


async def _seen(scene: Scene, knocker: Knocker) -> dict[str, set[str]]:
    """What was read behind each address that says something that is not for everybody."""
    found = {}
    for route in ROUTES:
        if route.method != "GET":
            continue
        for address in scene.addresses(route.path, "GET"):
            status, text = await knocker.knock("GET", address)
            assert status < 500, (address, status)
            # What was asked for comes back in the form.
            asked = scene.found_in(address)
            if words := scene.found_in(text) - asked:
                found[address] = words
            elif asked and "/api/" in address and scene.found_in(text):
                found[address] = asked
    return found


async def test_those_who_may_find_all_of_it(scene: Scene, cast: Cast) -> None:
    """Else the others' finding nothing would mean nothing."""
    async with Knocker(scene.house, cast.mo) as mo, Knocker(scene.house, cast.rosa) as rosa:
        seen = [*(await _seen(scene, mo)).values(), *(await _seen(scene, rosa)).values()]
    assert set().union(*seen) >= set(scene.words) - {TAKEN_BACK}


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_reads_none_of_it_anywhere(scene: Scene, cast: Cast, name: str) -> None:
    async with Knocker(scene.house, await member_named(cast, name)) as outsider:
        seen = await _seen(scene, outsider)
    allowed = scene.among_staff if name == "nia" else set()
    assert {address: words for address, words in seen.items() if words - allowed} == {}
