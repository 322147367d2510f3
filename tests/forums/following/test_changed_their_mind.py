"""What somebody decided after a mail was made for them, and before it left, holds."""

from datetime import timedelta

import pytest

from accounts.models import Person
from foundation import clock
from notices.digests.sending_service import send_digests
from notices.kinds import NoticeKind
from notices.preferences.service import set_mails
from tests.cast import Cast
from tests.forums.following.acts import at_local, follow, mails_leave, mails_to, text_of
from tests.forums.talk import Talk
from tests.house import House
from tests.running.smtp import Postbox


async def _made(house: House, cast: Cast, talk: Talk) -> None:
    """A digest for Rosa that has not left."""
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await talk.reply(cast.amir, topic, "It is still dark")
    await mails_leave(house)
    at_local(18, 1)
    await send_digests(house.app)


@pytest.mark.parametrize("decided", ["no digest", "no mail"])
async def test_who_ends_digests_gets_not_even_the_one_that_was_made(
    house: House, cast: Cast, talk: Talk, postbox: Postbox, decided: str
) -> None:
    await _made(house, cast, talk)
    if decided == "no digest":
        assert (await house.caller(cast.rosa).put("/notices/pace", {"every": "never"})).status == 204
    else:
        await set_mails(str(cast.rosa.id), NoticeKind.DIGEST, wanted=False)
    await mails_leave(house)
    assert mails_to(postbox, cast.rosa) == []


async def test_a_digest_goes_where_its_person_is_by_now(house: House, cast: Cast, talk: Talk, postbox: Postbox) -> None:
    """Whoever reads at the old address is somebody else, perhaps."""
    await _made(house, cast, talk)
    await Person.filter(id=cast.rosa.id).update(email="rosa@new.example")
    await mails_leave(house)
    assert [mail["To"] for mail in postbox.mails if "still dark" in text_of(mail)] == ["rosa@new.example"]


@pytest.mark.parametrize("decided", ["muted", "not followed", "no mail", "moved"])
async def test_what_is_mailed_at_once_asks_too_what_was_decided_since(
    house: House, cast: Cast, talk: Talk, postbox: Postbox, decided: str
) -> None:
    topic = str((await talk.topic(cast.amir)).topic_id)
    await follow(house, cast.olga, f"/topics/{topic}", "at_once")
    await talk.reply(cast.amir, topic, "It is still dark")
    postbox.refusal = "451 Come back later"
    await mails_leave(house)
    if decided == "muted":
        await follow(house, cast.olga, f"/topics/{topic}", "none")
    elif decided == "not followed":
        assert (await house.caller(cast.olga).send("DELETE", f"/api/v1/topics/{topic}/watch")).status == 204
    elif decided == "no mail":
        await set_mails(str(cast.olga.id), NoticeKind.TOPIC_REPLY, wanted=False)
    else:
        await Person.filter(id=cast.olga.id).update(email="olga@new.example")
    postbox.refusal = ""
    clock.move(timedelta(minutes=10))
    await mails_leave(house)
    got = [mail["To"] for mail in postbox.mails if "still dark" in text_of(mail)]
    assert got == (["olga@new.example"] if decided == "moved" else [])
