"""What forums ask of the features beside them: rooms, whose questions go on here, and priorities. The roof fills these.

A port that nobody fills is not offered to anybody.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from aiohttp import web

from foundation.permissions import Viewer


@dataclass(frozen=True)
class SurgeryQuestion:
    """A question of a surgery that everybody may read. `waits`: nobody has answered, promised or closed it."""

    id: str
    surgery: str
    surgery_title: str
    neighbourhood: str
    asker: str
    body: str
    waits: bool


@dataclass(frozen=True)
class SurgeryShown:
    """A surgery as pages name it."""

    id: str
    title: str
    path: str
    starts: datetime


@dataclass(frozen=True)
class WasAsked:
    """What became of a question that was put to a surgery: `status` is published, held or warned (nothing stored)."""

    status: Literal["published", "held", "warned"]
    question: str | None
    reason: str | None


@dataclass(frozen=True)
class WasProposed:
    """What became of a proposal. `waits`: for a moderator."""

    id: str
    path: str
    waits: bool = False


class QuestionToMove(Protocol):
    """A question, for who decides about those of its surgery; raises NotFound, NotAllowed."""

    async def __call__(self, viewer: Viewer, surgery: str, question: str) -> SurgeryQuestion: ...


class ReadQuestion(Protocol):
    """The same for anybody who may read it; raises NotFound where it was taken down."""

    async def __call__(self, surgery: str, question: str) -> SurgeryQuestion: ...


class QuestionMoved(Protocol):
    """It goes on as a topic, at `path`: its surgery says so, and who wanted it answered is told. After the commit."""

    async def __call__(self, by: Viewer, surgery: str, question: str, path: str) -> None: ...


class NextSurgery(Protocol):
    """The next surgery of a neighbourhood that takes questions in writing; None where none is planned."""

    async def __call__(self, neighbourhood: str) -> SurgeryShown | None: ...


class Surgeries(Protocol):
    """Surgeries by their ids; one that is not shown has no entry."""

    async def __call__(self, ids: Collection[str]) -> Mapping[str, SurgeryShown]: ...


class AskSurgery(Protocol):
    """Put a question to a surgery that is yet to come, or open. Raises what asking there does."""

    async def __call__(
        self, viewer: Viewer, surgery: str, words: str, client_id: str, *, confirm: bool
    ) -> WasAsked: ...


class PutForward(Protocol):
    """Put a topic forward as a proposal for the priorities of its neighbourhood. Raises what proposing does."""

    async def __call__(self, viewer: Viewer, topic: str, neighbourhood: str, title: str, what: str) -> WasProposed: ...


class IsProposalShown(Protocol):
    """Whether everybody may read a proposal that a topic was put forward as, or is about."""

    async def __call__(self, proposal: str) -> bool: ...


class TakesProposals(Protocol):
    """Whether proposals for the priorities of a neighbourhood are taken now."""

    async def __call__(self, neighbourhood: str) -> bool: ...


QUESTION_TO_MOVE: web.AppKey[QuestionToMove] = web.AppKey("question_to_move")
READ_QUESTION: web.AppKey[ReadQuestion] = web.AppKey("read_question")
QUESTION_MOVED: web.AppKey[QuestionMoved] = web.AppKey("question_moved")
NEXT_SURGERY: web.AppKey[NextSurgery] = web.AppKey("next_surgery")
SURGERIES: web.AppKey[Surgeries] = web.AppKey("surgeries_shown")
ASK_SURGERY: web.AppKey[AskSurgery] = web.AppKey("ask_surgery")
PUT_FORWARD: web.AppKey[PutForward] = web.AppKey("put_forward")
IS_PROPOSAL_SHOWN: web.AppKey[IsProposalShown] = web.AppKey("is_proposal_shown")
TAKES_PROPOSALS: web.AppKey[TakesProposals] = web.AppKey("takes_proposals")
