"""A result is drawn once for all who read it, and anew as soon as it shows something else."""

import asyncio
from functools import partial

from foundation import clock
from priorities.agreeing.models import Agreement
from priorities.results.kept import Kept
from tests.cast import Cast
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.results.counted import close

BALLOTS = [("email", (0, 1))] * 12


async def test_a_hundred_readers_at_once_have_it_drawn_once() -> None:
    made = 0

    async def make() -> str:
        nonlocal made
        made += 1
        await asyncio.sleep(0)
        return "drawn"

    kept = Kept()
    assert set(await asyncio.gather(*(kept.get("key", make) for _reader in range(100)))) == {"drawn"}
    assert made == 1


async def test_who_asked_last_is_kept_longest() -> None:
    kept, made = Kept(most=2), list[str]()

    async def make(key: str) -> str:
        made.append(key)
        return key

    for key in ("a", "b", "a", "c", "a", "b"):
        assert await kept.get(key, partial(make, key)) == key
    assert made == ["a", "b", "c", "b"]


async def test_what_could_not_be_made_is_made_by_the_next_who_asks() -> None:
    kept, answers = Kept(), iter([None, "there"])

    async def make() -> str | None:
        return next(answers)

    assert [await kept.get("key", make), await kept.get("key", make)] == [None, "there"]


async def test_the_panels_word_is_on_the_page_at_once(poll: Poll, house: House, cast: Cast) -> None:
    round_id, options = await close(poll, BALLOTS)
    path = f"/rounds/{round_id}/results"
    assert "What the panel agreed" not in (await house.page(path)).text
    await Agreement.create(id=round_id, agreed=options[:2], advised=options[:2], by_id=cast.ada.id, at=clock.now())
    assert "What the panel agreed" in (await house.page(path)).text


async def test_each_language_has_its_own(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, BALLOTS)
    path = f"/rounds/{round_id}/results"
    ways = [("Take it with you", {}), ("Mynd ag ef gyda chi", {"Cookie": "bluelamp_language=cy"})]
    for _time in range(2):
        for words, headers in ways:
            page = (await house.caller().send("GET", path, headers=headers)).text
            assert [each for each, _headers in ways if each in page] == [words]
