"""Reviews as JSON."""

from datetime import datetime
from typing import Literal

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.reviewing import page_service, service
from priorities.reviewing.carrying_service import carry_on

api = Api()
Said = Literal["fixed", "better", "same", "worse"]


class GivenReview(msgspec.Struct):
    """How it is now."""

    verdict: Said


class ReviewFigures(msgspec.Struct):
    fixed: int
    better: int
    same: int
    worse: int


class PriorityReview(msgspec.Struct):
    """`may`: whether one is asked oneself; `mine`: what one said.

    `reviewers`, `figures` and `met` are null for everybody while it goes on; `reviewers` and `figures`
    stay null of fewer than ten.
    """

    open: bool
    ends_at: datetime | None
    may: bool
    mine: Said | None
    reviewers: int | None
    figures: ReviewFigures | None
    met: bool | None


class CarriedTo(msgspec.Struct):
    """The proposal that it goes on as."""

    proposal: str


@api.put("/priorities/{id}/review", permission=Permission.REVIEW_GIVE, body=GivenReview,
         summary="Say what became of a priority; the last answer counts")  # fmt: skip
async def give_review(call: Call[GivenReview, None]) -> None:
    await service.give_review(call.request.app, call.viewer, call.path["id"], call.body.verdict)


@api.get("/priorities/{id}/review", permission=Permission.PRIORITY_READ, answer=PriorityReview,
         summary="The review of a priority: one’s own answer, and when it is over, the figures")  # fmt: skip
async def show_review(call: Call[None, None]) -> PriorityReview:
    panel = await page_service.review_of(call.viewer, call.path["id"])
    if panel is None:
        return PriorityReview(open=False, ends_at=None, may=False, mine=None, reviewers=None, figures=None, met=None)
    end = panel["end"]
    return PriorityReview(
        open=panel["open"],
        ends_at=panel["ends_at"],
        may=panel["may"],
        mine=panel["mine"],
        reviewers=end["reviewers"] if end else None,
        figures=ReviewFigures(**end["figures"]) if end and end["figures"] else None,
        met=end["met"] if end else None,
    )


@api.post("/priorities/{id}/carry", permission=Permission.PRIORITY_KEEP, answer=CarriedTo, status=201,
          summary="Put a priority that is not met before the next round, as a proposal")  # fmt: skip
async def carry(call: Call[None, None]) -> CarriedTo:
    """Its officers and administrators; again gives the same proposal."""
    return CarriedTo(await carry_on(call.request.app, call.viewer, call.path["id"]))
