"""A question as it stands now: waiting, answered, promised, merged or closed. Only what everybody may read is one."""

from dataclasses import dataclass
from typing import Any

from foundation.errors import NotFound
from foundation.ids import is_id
from foundation.language import _
from rooms.promises.models import PromiseState
from rooms.questions import store
from rooms.questions.models import QuestionState

JSON = dict[str, Any]
SETTLED = frozenset({QuestionState.ANSWERED, QuestionState.CLOSED})
"""Where nobody waits any more."""


@dataclass(frozen=True)
class Asked:
    """A question of a room. `into`: the question that it was merged into, while that one is shown.

    `answered`: it has an answer in words that everybody may read. `reason`: why it was closed.
    """

    id: str
    author_id: str
    seq: int
    body: str
    stands: QuestionState
    answered: bool
    into: str | None
    reason: str | None
    promise_id: str | None

    @property
    def waits(self) -> bool:
        return self.stands == QuestionState.WAITING


async def access_asked(room_id: str, question_id: str) -> Asked:
    """A question that everybody may read; raises NotFound for one that was taken down, or is another room's."""
    row = await store.find_asked(room_id, question_id) if is_id(question_id) else None
    if row is None:
        raise NotFound(_("There is no such question in this room, or it was taken down."))
    return _asked(row)


async def access_target(room_id: str, question_id: str) -> Asked:
    """The same, or the question that it was merged into."""
    asked = await access_asked(room_id, question_id)
    return await access_asked(room_id, asked.into) if asked.into else asked


async def asked_in(room_id: str) -> list[Asked]:
    """The questions of a room that everybody may read, in the order of asking."""
    return [_asked(row) for row in await store.asked_in(room_id)]


async def remaining_in(room_id: str) -> list[Asked]:
    """Those that nobody has answered, promised or closed."""
    return [asked for asked in await asked_in(room_id) if asked.waits]


def _asked(row: JSON) -> Asked:
    return Asked(
        id=row["id"],
        author_id=row["author_id"],
        seq=row["posted_seq"],
        body=row["body"],
        stands=_stands(row),
        answered=row["answered"],
        into=row["into"],
        reason=row["reason"] if row["state"] == QuestionState.CLOSED else None,
        promise_id=row["promise_id"],
    )


def _stands(row: JSON) -> QuestionState:
    """What is shown decides: merged into a question that was taken down, it waits again."""
    if row["into"]:
        return QuestionState.MERGED
    if row["answered"] or (row["state"] == QuestionState.PROMISED and row["promise_state"] == PromiseState.KEPT):
        return QuestionState.ANSWERED
    if row["state"] in (None, QuestionState.MERGED):
        return QuestionState.WAITING
    return QuestionState(row["state"])
