"""Putting two questions together that are alike, and taking them apart again.

No vote is moved: they are counted together while the two are one (`tallies`), so that nothing is lost by undoing it.
"""

from collections.abc import Sequence

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from rooms.log import append
from rooms.questions import store
from rooms.questions.asked import Asked, access_asked, access_target
from rooms.questions.askers import askers_of, askers_told
from rooms.questions.models import QuestionState
from rooms.questions.policy import access_to_decide
from rooms.questions.settling_service import check_waits
from rooms.questions.votes_service import tell_votes
from rooms.writing import Change, Tell, write


async def merge_question(app: web.Application, viewer: Viewer, room_id: str, question_id: str, into: str) -> int:
    """Put a waiting question together with another, which gets its votes; gives the log's `seq`.

    Where the other was merged itself, both go into its target. Raises NotAllowed, NotFound, Invalid, Conflict.
    """
    await access_to_decide(viewer, room_id)

    async def work() -> Change[int]:
        target = await access_target(room_id, into)
        row = await append(room_id, "question_merged", subject_id=question_id, data={"into": target.id})
        # Read again under the lock that the entry took: two hosts may merge two questions into each other at once.
        asked, target = await access_asked(room_id, question_id), await access_asked(room_id, target.id)
        _check_different(asked, target)
        await store.move_merged(asked.id, target.id)
        await store.set_question(room_id, asked.id, QuestionState.MERGED, viewer.id, merged_into=target.id)
        await store.move_answering(room_id, asked.id, target.id)
        await _audit(viewer, "question.merge", asked, into=target.id)
        tell = await _told(room_id, asked, target, viewer, row.seq)
        return Change(row.seq, rows=[row], tell=[*tell, _votes_of(room_id, asked.id, target.id)])

    return await write(app, room_id, work)


async def unmerge_question(app: web.Application, viewer: Viewer, room_id: str, question_id: str) -> int:
    """Let a merged question stand for itself again, with its own votes; gives the log's `seq`. Raises Conflict."""
    await access_to_decide(viewer, room_id)

    async def work() -> Change[int]:
        row = await append(room_id, "question_unmerged", subject_id=question_id)
        asked = await access_asked(room_id, question_id)
        if asked.into is None:
            raise Conflict(_("This question stands for itself already."))
        await store.set_question(room_id, asked.id, QuestionState.WAITING, viewer.id)
        await _audit(viewer, "question.unmerge", asked, into=asked.into)
        return Change(row.seq, rows=[row], tell=[_votes_of(room_id, asked.id, asked.into)])

    return await write(app, room_id, work)


def _check_different(asked: Asked, target: Asked) -> None:
    if asked.id == target.id:
        raise Invalid.at("into", _("Choose another question to put it together with."))
    check_waits(asked)
    if target.into:
        raise Conflict(_("Somebody has dealt with this question already. Look again."))


async def _told(room_id: str, asked: Asked, target: Asked, viewer: Viewer, seq: int) -> Sequence[Tell]:
    def sentence(title: str) -> str:
        return _("Your question at “%(title)s” was put together with one that is like it.", title=title)

    people = {*await askers_of(target, room_id), asked.author_id}
    key = f"merged:{asked.id}:{seq}"
    return await askers_told(room_id, people, NoticeKind.QUESTION_MERGED, sentence, target.id, key=key, but=viewer)


def _votes_of(room_id: str, *question_ids: str) -> Tell:
    async def told(app: web.Application) -> None:
        tell_votes(app, room_id, *question_ids)

    return told


async def _audit(viewer: Viewer, act: str, asked: Asked, **details: object) -> None:
    await add_entry(act=act, actor=viewer, subject_type="question", subject_id=asked.id, details=details)
