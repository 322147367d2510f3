"""What was read before a change is never shown after it, however they cross."""

import asyncio
from datetime import timedelta

from forums.kept.shelf import Page, Shelf
from foundation import clock, metrics
from tests.cast import Cast
from tests.forums.kept.conftest import Read

TIMES = 15


def page(topic: str | None, size: int = 10) -> Page:
    return Page([b"x" * size], {}, topic, 1, clock.now())


async def test_every_reply_that_was_acknowledged_is_on_every_page_after(read: Read, cast: Cast) -> None:
    """While others ask for the page without a pause, so that one is being drawn at every moment."""
    over = False

    async def ask() -> None:
        while not over:
            await read.text()

    asking = [asyncio.create_task(ask()) for _reader in range(4)]
    for number in range(TIMES):
        await read.talk.reply(cast.amir if number % 2 else cast.rosa, read.id, f"Word {number} of many")
        for _look in range(2):
            assert f"Word {number} of many" in await read.text()
    over = True
    await asyncio.gather(*asking)


def test_a_page_that_was_read_before_a_change_is_not_kept_after_it() -> None:
    shelf = Shelf()
    with shelf.drawing("one") as one, shelf.drawing("two") as two, shelf.drawing(None) as listed:
        shelf.forget_topics(["one"])
        shelf.keep(("one",), one, page("one"))
        shelf.keep(("two",), two, page("two"))
        shelf.keep(("list",), listed, page(None))
    assert shelf.find(("one",)) is None
    assert shelf.find(("two",)) is not None
    assert shelf.find(("list",)) is None, "it stands in a list too"


def test_what_is_being_drawn_is_forgotten_with_everything() -> None:
    shelf = Shelf()
    with shelf.drawing("one") as drawing:
        shelf.forget_all()
        shelf.keep(("one",), drawing, page("one"))
    assert shelf.find(("one",)) is None


def test_a_page_is_drawn_anew_after_a_minute() -> None:
    """Some of it changes by the clock alone."""
    shelf = Shelf()
    with shelf.drawing("one") as drawing:
        shelf.keep(("one",), drawing, page("one"))
    clock.move(timedelta(seconds=50))
    assert shelf.find(("one",)) is not None
    clock.move(timedelta(seconds=20))
    assert shelf.find(("one",)) is None


def test_pages_take_no_more_room_than_they_may() -> None:
    shelf = Shelf(most=1000)
    for number in range(50):
        with shelf.drawing(str(number)) as drawing:
            shelf.keep((str(number),), drawing, page(str(number), size=100))
            shelf.find(("0",))
    assert len(shelf.topics()) == 10
    assert "0" in shelf.topics(), "the one that was asked for last stays"
    with shelf.drawing("long") as drawing:
        shelf.keep(("long",), drawing, page("long", size=500))
    assert "long" not in shelf.topics()


async def test_hundreds_who_ask_at_once_have_one_page_drawn(read: Read) -> None:
    before = _drawn()
    answers = await asyncio.gather(*(read.answer() for _reader in range(40)))
    assert {answer.status for answer in answers} == {200}
    assert _drawn() - before == 1


def _drawn() -> float:
    return metrics.REGISTRY.get_sample_value("bluelamp_kept_pages_total", {"outcome": "drawn"}) or 0.0
