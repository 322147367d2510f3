"""Who is called back may not be alone with their telephone: nothing on it says that they wait to talk, or with whom."""

import pytest

from foundation import clock
from foundation.ids import new_id
from foundation.models import OutboxMail
from notices.models import NoticeChoice, OutboxPush, PushSubscription
from tests.cast import Cast, Member
from tests.rooms.queue.conftest import Wait
from tests.rooms_from_outside import Room

TELLING = ("alone", "word", "talk", "police", "officer", "queue", "call")
"""What would say on a locked screen what they wait for."""


async def told_on_every_way(member: Member) -> None:
    """A browser of theirs, and mails of this kind as well."""
    now = clock.now()
    await PushSubscription.create(
        id=new_id(), endpoint_hash="0" * 64, endpoint="https://push.example.org/1", p256dh="k", auth="a",
        person_id=member.id, session_id=member.session, created_at=now,
    )  # fmt: skip
    await NoticeChoice.create(
        id=new_id(), person_id=member.id, kind="your_turn", mail=True, push=True, changed_at=now
    )  # fmt: skip


@pytest.mark.parametrize("quiet", [True, False])
async def test_what_stands_on_the_locked_screen_says_nothing_of_a_talk(room: Room, cast: Cast, wait: Wait, quiet: bool):
    await told_on_every_way(cast.rosa)
    ada = await room.enter(cast.ada)
    await wait(cast.rosa, call_back=True, quiet=quiet)
    await ada.ok("call_next")
    [push], [mail] = await OutboxPush.all().values(), await OutboxMail.all().values()
    shown = f"{push['title']} {push['body']} {mail['subject']}".casefold()
    assert push["title"].strip()
    assert push["body"].strip()
    for word in (*TELLING, *(["turn"] if quiet else [])):
        assert word not in shown, shown
