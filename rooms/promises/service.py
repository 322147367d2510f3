"""Parking a question with a promise, keeping it, and saying that it can't be kept."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, NotFound
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from moderation.explanations import check_explanation
from moderation.sealed.service import check_unsealed
from neighbourhoods.places import Place
from notices.kinds import NoticeKind
from rooms.log import append
from rooms.promises import store
from rooms.promises.models import PromiseState
from rooms.promises.policy import check_may_keep, may_keep
from rooms.promises.vows import Vow, check_vow, checked_words
from rooms.questions import store as questions
from rooms.questions.asked import access_asked
from rooms.questions.askers import askers_of, askers_told
from rooms.questions.models import QuestionState
from rooms.questions.policy import access_to_promise
from rooms.questions.settling_service import check_waits
from rooms.writing import Change, write

JSON = dict[str, Any]
_LONGEST_REASON = 500


async def promise_answer(app: web.Application, viewer: Viewer, room_id: str, question_id: str, vow: Vow) -> str:
    """Park a waiting question with a promise, as an officer; gives the promise's id.

    Raises NotAllowed, NotFound, Invalid (every field that is wrong), Conflict (somebody has dealt with it).
    """
    standing = await access_to_promise(viewer, room_id)
    place = {name: standing.room[name] for name in ("force_id", "neighbourhood_id")}
    vowed = await check_vow(vow, place["neighbourhood_id"], viewer, app[SETTINGS].time_zone)
    await check_unsealed(app, place["force_id"], vowed["text"], field="text")
    await check_unsealed(app, place["force_id"], vowed["owner"], field="owner")

    async def work() -> Change[str]:
        row = await append(room_id, "question_promised", subject_id=question_id)
        asked = await access_asked(room_id, question_id)
        check_waits(asked)
        about = {"room_id": room_id, "question_id": asked.id}
        promise_id = await store.add_promise(vowed | place | about, str(viewer.id))
        await questions.set_question(
            room_id, asked.id, QuestionState.PROMISED, viewer.id, promise_id=promise_id
        )  # fmt: skip
        await questions.move_answering(room_id, asked.id, None)
        await _audit(viewer, "promise.make", promise_id, question=asked.id, due_on=vowed["due_on"])
        people = await askers_of(asked, room_id)
        key = f"promised:{promise_id}"
        kind = NoticeKind.QUESTION_PROMISED
        return Change(
            promise_id,
            rows=[row],
            tell=await askers_told(room_id, people, kind, _promised, asked.id, key=key, but=viewer),
        )

    return await write(app, room_id, work)


async def keep_promise(app: web.Application, viewer: Viewer, promise_id: str, outcome: str, *, confirm: bool) -> JSON:
    """Say what came of a promise, at any time, also long after the close; its askers are told. Gives the promise.

    Raises NotFound, NotAllowed, Invalid, Conflict (it is settled).
    """
    promise = await access_promise_to_keep(viewer, promise_id)
    words = await checked_words(outcome, "outcome", confirm=confirm)
    told = (NoticeKind.PROMISE_KEPT, _kept)
    return await _settle(app, viewer, promise, PromiseState.KEPT, words, told)


async def withdraw_promise(app: web.Application, viewer: Viewer, promise_id: str, reason: str) -> JSON:
    """Say that a promise can't be kept, and why: its question is closed with that reason. Raises as above."""
    promise = await access_promise_to_keep(viewer, promise_id)
    reason = check_explanation(reason)[:_LONGEST_REASON]
    words = await checked_words(reason, "outcome", confirm=True)
    told = (NoticeKind.QUESTION_CLOSED, _withdrawn)
    return await _settle(app, viewer, promise, PromiseState.WITHDRAWN, words, told)


async def access_promise_to_keep(viewer: Viewer, promise_id: str) -> JSON:
    """A promise for who may settle it; raises NotFound, NotAllowed."""
    promise = await store.find_promise(promise_id) if is_id(promise_id) else None
    if promise is None:
        raise NotFound(_("There is no such promise."))
    check_may_keep(viewer, await store.force_of(promise_id), promise)
    return promise


def keeps_in(viewer: Viewer, place: Place) -> bool:
    """Whether somebody settles the promises of a neighbourhood."""
    return may_keep(viewer, place.force_id, place.id)


async def _settle(
    app: web.Application, viewer: Viewer, promise: JSON, state: PromiseState, words: JSON, told: Any
) -> JSON:
    room_id, promise_id = promise["room_id"], promise["id"]

    await check_unsealed(app, await store.force_of(promise_id), words["outcome"], field="outcome")

    async def work() -> Change[JSON]:
        row = await append(room_id, f"promise_{state}", subject_id=promise_id)
        if not await store.set_settled(promise_id, state, str(viewer.id), **words):
            raise Conflict(_("This promise is settled already. Look again."))
        await _audit(viewer, f"promise.{state}", promise_id)
        if state is PromiseState.WITHDRAWN and promise["question_id"]:
            reason = words["outcome"]
            await questions.set_question(
                room_id, promise["question_id"], QuestionState.CLOSED, viewer.id, reason=reason
            )  # fmt: skip
        tell = await _tell_askers(promise, told, viewer, f"{state}:{promise_id}")
        return Change(await store.find_promise(promise_id) or promise, rows=[row], tell=tell)

    return await write(app, room_id, work)


async def _tell_askers(promise: JSON, told: Any, viewer: Viewer, key: str) -> Any:
    """Nobody is told of a question that was taken down."""
    if not promise["question_id"] or not await questions.find_asked(promise["room_id"], promise["question_id"]):
        return []
    asked = await access_asked(promise["room_id"], promise["question_id"])
    people = await askers_of(asked, promise["room_id"])
    return await askers_told(promise["room_id"], people, told[0], told[1], asked.id, key=key, but=viewer)


def _promised(title: str) -> str:
    return _("Your question at “%(title)s” will be answered by a day that was promised.", title=title)


def _kept(title: str) -> str:
    return _("A promise about your question at “%(title)s” was kept. Read what came of it.", title=title)


def _withdrawn(title: str) -> str:
    return _("A promise about your question at “%(title)s” can’t be kept. The reason stands with it.", title=title)


async def _audit(viewer: Viewer, act: str, promise_id: str, **details: object) -> None:
    await add_entry(act=act, actor=viewer, subject_type="promise", subject_id=promise_id, details=details)
