"""Following a log live: entries come, are redrawn and go; and nobody can say anything in it."""

from uuid import uuid4

import pytest

from tests.cast import Cast
from tests.rooms.running_log.keeping import Keeper


async def test_rosa_hears_of_an_entry_its_change_and_its_end(ada: Keeper, cast: Cast) -> None:
    rosa = await ada.follow(cast.rosa)
    entry = await ada.entry("A lorry is stuck.")
    added = (await rosa.wait_for("entry_added", id=entry))["data"]
    assert (added["body"], added["category"], added["by"]["officer"]["number"]) == (
        "A lorry is stuck.", "Traffic", "4127",
    )  # fmt: skip
    await ada.mend(entry, "A bus is stuck.")
    changed = (await rosa.wait_for("entry_changed", id=entry))["data"]
    assert changed["body"] == "A bus is stuck."
    assert changed["edited_at"]
    await ada.take_down(entry)
    gone = (await rosa.wait_for("entry_hidden", id=entry))["data"]
    assert (gone["body"], gone["html"], gone["place"], gone["picture"]) == (None, None, None, None)


async def test_who_comes_later_gets_nothing_of_what_was_taken_down(ada: Keeper, cast: Cast) -> None:
    entry = await ada.entry("A name that should not be here.")
    await ada.take_down(entry)
    late = await ada.house.live(cast.rosa)
    entered = await late.ok("enter", room=ada.log, after=0)
    assert entered["room"]["title"] == "A closed road"
    assert [event["kind"] for event in entered["events"]] == ["entry_added", "entry_hidden"]
    assert "should not be here" not in str(entered)


@pytest.mark.parametrize("name", ["rosa", "ada", "mo"])
async def test_nobody_says_or_does_anything_in_it(ada: Keeper, cast: Cast, name: str) -> None:
    live = await ada.follow(getattr(cast, name))
    said = {"client_id": str(uuid4()), "body": "Hello."}
    assert (await live.refused("send_message", room=ada.log, **said))["code"] == "not_found"
    assert (await live.refused("answer_pulse", room=ada.log, moment="before", trust=1))["code"] in (
        "not_found", "not_allowed",
    )  # fmt: skip
    mode = await live.emit("set_mode", {"room": ada.log, "mode": "locked"})
    assert mode["ok"] is False
    assert (await ada.house.page(f"/surgeries/{ada.log}")).status == 404


async def test_its_end_is_told_too(ada: Keeper, cast: Cast) -> None:
    rosa = await ada.follow(cast.rosa)
    await ada.browser.get(f"/logs/{ada.log}")
    await ada.browser.post(f"/logs/{ada.log}/close")
    await rosa.wait_for("log_closed")
