"""Of all that forums mail somebody, however many kinds it is, no more leaves on one day than they chose."""

from collections import Counter

from foundation import clock
from notices.kinds import NoticeKind
from notices.models import NoticeChoice
from tests.cast import Cast, Member
from tests.forums.following.acts import LONDON, at_local, evening, follow, mails_leave, mails_to, text_of
from tests.forums.talk import Talk
from tests.house import House
from tests.notices.telling import tell
from tests.running.smtp import Postbox

_MAILED = (NoticeKind.TOPIC_REPLY, NoticeKind.MENTION, NoticeKind.OFFICIAL_ANSWER, NoticeKind.TOPIC_CHANGED)
"""Those that nobody is mailed at once who has not asked for it. The others forums mail everybody."""


async def _chose(house: House, member: Member, mails_a_day: int, every: str = "daily") -> None:
    pace = {"mails_a_day": mails_a_day, "every": every}
    assert (await house.caller(member).put("/notices/pace", pace)).status == 204
    for number, kind in enumerate(_MAILED):
        await NoticeChoice.create(
            id=f"d20p8831ts7ecx{number:02}", person_id=member.id, kind=kind, mail=True, push=False,
            changed_at=clock.now(),
        )  # fmt: skip


async def _all_at_once(house: House, cast: Cast, talk: Talk, topic: str) -> None:
    """Whatever forums have to tell Rosa, who began the topic: each kind once, a reply twice."""
    for words in ("It is still dark", "@Rosa Jones, is it still dark?"):
        await talk.reply(cast.amir, topic, words)
    promised = clock.now().astimezone(LONDON).date()
    answer = await talk.reply(cast.ada, topic, "A lamp comes", official=True, promised_for=promised)
    ada = house.caller(cast.ada)
    assert (await ada.put(f"/replies/{answer.id}/kept")).status == 204
    assert (await ada.post(f"/topics/{topic}/solved")).status == 204
    await tell(house, cast.rosa, NoticeKind.QUESTION_TO_TOPIC, key="move:one", path="/questions/one/move")


async def _mailed_by_day(house: House, postbox: Postbox, member: Member, days: int) -> list[int]:
    """How many mails left to somebody on each of these days, from morning to evening."""
    counts: Counter[int] = Counter()
    seen = len(mails_to(postbox, member))
    for day in range(days):
        if day:
            at_local(9)
        await mails_leave(house)
        await evening(house)
        counts[day] = len(mails_to(postbox, member)) - seen
        seen += counts[day]
    return [counts[day] for day in range(days)]


async def test_one_mail_a_day_is_one_whatever_it_is_about_and_the_others_come_on_other_days(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    at_local(9)
    await _chose(house, cast.rosa, 1)
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await follow(house, cast.rosa, f"/topics/{topic}", "at_once")
    await _all_at_once(house, cast, talk, topic)
    assert await _mailed_by_day(house, postbox, cast.rosa, 5) == [1, 1, 1, 1, 0]
    subjects = [str(mail["Subject"]) for mail in mails_to(postbox, cast.rosa)]
    assert subjects[:3] == [
        "A promise to you was kept",
        "Your topic was moved, merged, split, locked or marked as solved",
        "Your question to a surgery may go on in the forum",
    ]
    digest = text_of(mails_to(postbox, cast.rosa)[-1])
    assert "It is still dark" in digest
    assert "A lamp comes" in digest


async def test_who_has_enough_left_gets_them_at_once_and_the_digest_in_the_evening(
    house: House, cast: Cast, talk: Talk, postbox: Postbox
):
    at_local(9)
    await _chose(house, cast.rosa, 4)
    topic = str((await talk.topic(cast.rosa)).topic_id)
    await _all_at_once(house, cast, talk, topic)
    await mails_leave(house)
    assert len(mails_to(postbox, cast.rosa)) == 3
    await evening(house)
    assert len(mails_to(postbox, cast.rosa)) == 4
