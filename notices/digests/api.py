"""How often and when one is told what can wait, as JSON."""

from dataclasses import asdict
from typing import Annotated

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from notices.digests import service
from notices.digests.pacing import MOST_MAILS, Every, Pacing

api = Api()
_Minute = Annotated[int, msgspec.Meta(ge=0, lt=24 * 60)]


class PaceShape(msgspec.Struct):
    """How often a digest comes and at which `hour` of the force's clock, weekly ones on Mondays.

    Between the minutes of the day `quiet_from` and `quiet_to` nothing that can wait leaves; both or neither.
    `mails_a_day`: at most so many mails that can wait, the digest among them.
    """

    every: Every = Every.DAILY
    hour: Annotated[int, msgspec.Meta(ge=0, lt=24)] = 18
    quiet_from: _Minute | None = None
    quiet_to: _Minute | None = None
    mails_a_day: Annotated[int, msgspec.Meta(ge=1, le=MOST_MAILS)] = 5


@api.get("/notices/pace", permission=Permission.NOTICE_CHOOSE, answer=PaceShape,
         summary="How often and when one is told what can wait")  # fmt: skip
async def show_pace(call: Call[None, None]) -> PaceShape:
    return PaceShape(**asdict(await service.pacing_of(str(call.viewer.id))))


@api.put("/notices/pace", permission=Permission.NOTICE_CHOOSE, body=PaceShape,
         summary="Choose how often and when one is told what can wait")  # fmt: skip
async def keep_pace(call: Call[PaceShape, None]) -> None:
    await service.keep_pacing(call.viewer, Pacing(**msgspec.structs.asdict(call.body)))
