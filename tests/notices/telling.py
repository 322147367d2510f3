"""Telling somebody something, as a feature does."""

from datetime import datetime

from foundation.database import atomic
from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from tests.cast import Member
from tests.house import House


async def tell(
    house: House,
    member: Member,
    kind: NoticeKind = NoticeKind.QUESTION_ANSWERED,
    *,
    key: str = "question.1",
    path: str = "/rules",
    urgent: bool = False,
    useless_after: datetime | None = None,
) -> bool:
    """Tell one of the cast that their question was answered; gives whether it is news to them."""

    async def work() -> bool:
        return await notify(
            member.id, kind, lambda: _("Your question was answered"), path, key=key, urgent=urgent,
            useless_after=useless_after,
        )  # fmt: skip

    told = await atomic(work)
    await noticed(member.id)(house.app)
    return told
