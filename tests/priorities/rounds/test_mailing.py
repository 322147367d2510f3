"""Who follows a neighbourhood’s rounds is mailed when the vote opens, in their language, unless they want no mails."""

from dataclasses import replace

import pytest

from accounts.models import Person
from foundation.settings import Settings
from notices.kinds import NoticeKind
from notices.preferences.service import set_mails
from priorities.models import Phase
from tests.cast import HOME
from tests.forums.following.acts import mails_to, text_of
from tests.house import House
from tests.priorities.poll import Poll
from tests.running.smtp import Postbox


@pytest.fixture
def settings(settings: Settings, postbox: Postbox) -> Settings:
    return replace(settings, smtp_url=f"smtp://127.0.0.1:{postbox.port}", public_url="http://police.example")


async def test_the_vote_opens_by_mail(poll: Poll, house: House, postbox: Postbox) -> None:
    rosa, amir, huw = poll.cast.rosa, poll.cast.amir, poll.cast.huw
    for member in (rosa, amir, huw):
        await house.caller(member).put(f"/neighbourhoods/{HOME}/rounds/follow")
    await Person.filter(id=amir.id).update(language="cy")
    await set_mails(huw.id, NoticeKind.ROUND_MOVED, wanted=False)
    round_id = await poll.begin(Phase.SHAPE)
    await poll.move_to(round_id, Phase.VOTE)
    await house.run_jobs()
    for member, words in ((rosa, "The vote on the priorities of"), (amir, "bleidlais ar flaenoriaethau")):
        [mail] = mails_to(postbox, member)
        assert words in text_of(mail)
        assert f"http://police.example/rounds/{round_id}/vote" in text_of(mail)
    assert mails_to(postbox, huw) == []
    await house.run_jobs()
    assert len(mails_to(postbox, rosa)) == 1, "once"
