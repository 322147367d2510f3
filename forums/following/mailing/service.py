"""What is mailed of a reply: at once to who chose so, within their budget, and to the others in their next digest."""

from collections.abc import Collection, Sequence

from accounts.reach import Reach, reach_of
from forums.following.hearing.deciding import KIND_OF, Told, Why
from forums.following.hearing.news import News
from forums.following.mailing import store
from forums.following.mailing.letters import late_mail
from forums.following.watching.models import HowTold
from foundation.mail.outbox import add_mails
from foundation.mail.refusals import refusals_of
from notices.digests.budget import within_budget
from notices.digests.quiet import quiet_until
from notices.digests.service import have_digests, who_gets_digests
from notices.kinds import NoticeKind, Ways
from notices.preferences.chosen import ways_for

_CHOSEN = (NoticeKind.MENTION, NoticeKind.OFFICIAL_ANSWER)
"""Kinds that somebody may want at once wherever they are."""


async def mail_and_keep(news: News, told: Sequence[Told]) -> None:
    """Have it mailed to these people, or kept for their digests; inside the transaction that tells them."""
    if not told:
        return
    reach = await _mailable([one.person for one in told])
    kinds = await _at_once([one for one in told if one.person in reach])
    mailed = await within_budget(list(kinds)) if kinds else set()
    if mailed:
        quiet = await quiet_until(mailed)
        await add_mails(late_mail(news, reach[person], kinds[person], quiet) for person in sorted(mailed))
    await _keep(news, [one for one in told if one.person in reach and one.person not in mailed])


async def _mailable(people: Collection[str]) -> dict[str, Reach]:
    reach = await reach_of(people)
    refused = await refusals_of([one.email for one in reach.values() if one.email])
    return {id_: one for id_, one in reach.items() if one.email and one.email not in refused}


async def _at_once(told: Sequence[Told]) -> dict[str, NoticeKind]:
    """Who chose to be mailed of it at once, and of which kind the mail is: its link ends those of that kind."""
    people = [one.person for one in told]
    ways: dict[NoticeKind, dict[str, Ways]] = {
        kind: await ways_for(people, kind) for kind in (*_CHOSEN, NoticeKind.TOPIC_REPLY)
    }
    kinds: dict[str, NoticeKind] = {}
    for one in told:
        kind = KIND_OF[one.why]
        if kind in _CHOSEN and ways[kind][one.person].mail:
            kinds[one.person] = kind
        elif one.how is HowTold.AT_ONCE and ways[NoticeKind.TOPIC_REPLY][one.person].mail:
            kinds[one.person] = NoticeKind.TOPIC_REPLY
    return kinds


async def _keep(news: News, told: Sequence[Told]) -> None:
    """For a topic's news that somebody only follows, the first of them stands for all that come before the digest."""
    wanting = await who_gets_digests([one.person for one in told])
    waiting = await store.who_waits_for(news.topic_id, wanting)
    whys = {
        one.person: one.why.value
        for one in told
        if one.person in wanting and not (one.why is Why.WATCH and one.person in waiting)
    }
    await store.add_for_digest(news.reply_id, news.topic_id, whys)
    # Also for those whom the topic waits for since a digest that had nothing else, and did not leave.
    await have_digests(wanting)
