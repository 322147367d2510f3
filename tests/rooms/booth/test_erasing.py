"""What was said alone is erased when its time is over, unless it is evidence."""

from datetime import timedelta
from typing import Any

from foundation import clock
from moderation.models import LegalHold
from rooms.booth.models import Booth
from rooms.models import Message
from rooms.queue.models import Ticket
from tests.cast import Cast
from tests.rooms.booth.conftest import SECRET, Talk


async def words(talk: Talk) -> list[str]:
    rows = await Message.filter(room_id=talk.id).order_by("id").values("body", "html", "pending_body")
    return [text for row in rows for text in row.values() if text]


async def test_the_words_of_both_are_gone_after_31_days_and_not_before(talk: Talk, cast: Cast):
    await talk.ada.say("I am listening")
    await talk.rosa.ok("close_booth")
    clock.move(timedelta(days=30, hours=23))
    await talk.house.run_jobs()
    assert SECRET in str(await words(talk))
    clock.move(timedelta(hours=2))
    for _twice in range(2):
        await talk.house.run_jobs()
    assert await words(talk) == []
    assert (await talk.house.page(f"/booths/{talk.id}", cast.ada)).status in {303, 404}
    [booth] = await Booth.filter(id=talk.id).values("resident_id", "purged_at", "opened_at")
    assert booth["resident_id"] == ""
    assert await Ticket.all().count() == 0


async def test_what_is_said_in_a_talk_that_goes_on_stays(talk: Talk):
    clock.move(timedelta(hours=11))
    await talk.house.run_jobs()
    assert SECRET in str(await words(talk))


async def test_what_a_hold_keeps_stays_until_the_hold_ends(talk: Talk, cast: Cast, browser: Any):
    await talk.ada.say("I am listening")
    [first] = await Message.filter(body=SECRET).values_list("id", flat=True)
    dee = browser(cast.dee)
    await dee.get("/admin/holds")
    assert (await dee.post("/admin/holds", named=str(first), reason="Evidence", what="message")).status == 303
    await talk.rosa.ok("close_booth")
    clock.move(timedelta(days=32))
    for _twice in range(2):
        await talk.house.run_jobs()
    assert SECRET in str(await words(talk))
    assert "I am listening" not in str(await words(talk))
    assert await LegalHold.filter(subject_id=first, ended_at=None).update(ended_at=clock.now()) == 1
    await talk.house.run_jobs()
    assert await words(talk) == []
