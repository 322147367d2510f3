"""What minutes are drafted from, in the order of the log: under each question its answers and what was promised."""

from collections.abc import Iterable, Sequence

from rooms.console.models import Moment
from rooms.minutes import store
from rooms.minutes.kinds import ItemKind
from rooms.polls import store as polls
from rooms.promises.models import Promise
from rooms.questions.asked import Asked, asked_in

Part = tuple[ItemKind, str]
"""The kind of a paragraph and the id of its source."""
_LAST = 2**31
"""Beyond every entry of a log: what was made after the close without a line in it."""


async def draft_of(room_id: str) -> list[Part]:
    """Every source of a surgery's minutes that may be shown now."""
    seqs = await store.first_entries(room_id)
    asked = await asked_in(room_id)
    targets = {question.id: question.into or question.id for question in asked}
    below = await _below(room_id, targets)
    groups = [
        (question.seq, [(ItemKind.QUESTION, question.id), *below.pop(question.id, ())]) for question in _own(asked)
    ]
    groups += [(seqs.get(id_, _LAST), [(kind, id_)]) for kind, id_ in await _alone(room_id)]
    groups += [(seqs.get(parts[0][1], _LAST), parts) for parts in below.values()]
    return [part for _seq, parts in sorted(groups, key=lambda group: group[0]) for part in parts]


def merged(items: Sequence[tuple[str, str | None]], draft: Iterable[Part]) -> list[str | Part]:
    """The minutes' items (id and source) with each part of the draft that they lack, after what it follows there."""
    order: list[str | Part] = [item for item, _source in items]
    places = {source: item for item, source in items if source}
    last = -1
    for part in draft:
        if part[1] in places:
            last = order.index(places[part[1]])
            continue
        last += 1
        order.insert(last, part)
    return order


def _own(asked: Iterable[Asked]) -> list[Asked]:
    """Those that were not put together with another one."""
    return [question for question in asked if question.into is None]


async def _below(room_id: str, targets: dict[str, str]) -> dict[str, list[Part]]:
    """The answers and promises of each question; a promise about none, or about one that is not shown, is not here."""
    below: dict[str, list[Part]] = {}
    for answer in await store.answers_in(room_id):
        if answer["reply_to"] in targets:
            below.setdefault(targets[answer["reply_to"]], []).append((ItemKind.ANSWER, answer["id"]))
    for promise in await Promise.filter(room_id=room_id).order_by("id").values("id", "question_id"):
        about = promise["question_id"]
        if about is None:
            below[promise["id"]] = [(ItemKind.PROMISE, promise["id"])]
        elif about in targets:
            below.setdefault(targets[about], []).append((ItemKind.PROMISE, promise["id"]))
    return below


async def _alone(room_id: str) -> list[Part]:
    moments = await Moment.filter(room_id=room_id, withdrawn_at=None).order_by("id").values_list("id", flat=True)
    held = [(ItemKind.POLL, poll["id"]) for poll in reversed(await polls.polls_in(room_id))]
    return [*((ItemKind.MOMENT, str(id_)) for id_ in moments), *held]
