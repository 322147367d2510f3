"""Changing one's own words: edited, screened anew, and what they were before is kept."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from forums import showing, wording
from forums.answers.service import check_official
from forums.changing.access import access_own_to_edit
from forums.changing.edits import Edit, Overtaken
from forums.doors import check_screened_as, hold_place
from forums.drafts.places import edit_of
from forums.drafts.service import drop_in
from forums.locking import locked_with
from forums.meeting.questions.shown_service import question_goes_on
from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC, whole
from forums.pictures.service import PICTURES
from forums.posting.checks.words import check_words
from forums.posting.new import check_title
from forums.posting.outcomes import Outcome, notice_of, warned
from forums.reviewing import left_to_review, seen_to
from forums.screening import screened_in
from forums.standing import Standing
from forums.writing import Change, write
from foundation.errors import Conflict
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import rendered
from moderation.passing.screened import Screened
from notices.service import all_noticed

JSON = dict[str, Any]


@dataclass(frozen=True)
class _Changing:
    """Words that may take the place of others. `reply` is the row that their author changed."""

    standing: Standing
    reply: JSON
    words: wording.Words
    screened: Screened
    pictures: tuple[str, ...] | None
    seen: str

    @property
    def held(self) -> bool:
        return self.screened.verdict.held

    @property
    def target(self) -> tuple[str, str]:
        """What moderators know it as."""
        first = self.reply["number"] == 1
        return (TOPIC, str(self.reply["topic_id"])) if first else (REPLY, str(self.reply["id"]))


async def edit_words(app: web.Application, viewer: Viewer, reply_id: str, edit: Edit) -> Outcome:
    """Put other words in the place of one's own: published, held for a moderator, or warned of (nothing stored).

    While an edit waits, the earlier words are shown. Raises what `access_own_to_edit` does, Overtaken for an edit of an
    old version, Invalid, TooFast.
    """
    standing, reply = await access_own_to_edit(viewer, reply_id)
    _check_version(standing, reply, edit.version)
    if reply["official"]:
        # What the police say, nobody changes who no longer speaks for them.
        await check_official(standing)
    await app[LIMITS].check("reply", str(viewer.id))
    title = _title(standing, reply, edit)
    body = check_words(edit.body, edit.pictures or ())
    seen = await PICTURES.words_of(str(viewer.id), edit.pictures) if edit.pictures else ""
    before = whole(standing.topic["title"] if reply["number"] == 1 else "", reply["body"])
    text = f"{body}\n\n{seen}" if seen else body
    screened = await screened_in(app, standing, title or "", text, confirm=edit.confirm, before=before)
    if screened.is_warned_of:
        return warned(screened.verdict)
    reason = screened.verdict.reason if screened.verdict.held else ""
    words = wording.Words(body, await rendered(body), title, reason)
    changing = _Changing(standing, reply, words, screened, edit.pictures, seen)
    return await write(app, lambda: _change(app, changing))


def _title(standing: Standing, reply: JSON, edit: Edit) -> str | None:
    if reply["number"] != 1:
        return None
    return check_title(edit.title) if edit.title is not None else str(standing.topic["title"])


def _check_version(standing: Standing, reply: JSON, version: int) -> None:
    if reply["version"] != version:
        sentence = _("This was changed meanwhile. Look at both, and save again what you want to stay.")
        raise Overtaken(sentence, reply, standing.topic["title"] if reply["number"] == 1 else "")


async def _change(app: web.Application, changing: _Changing) -> Change[Outcome]:
    """Whatever was decided, or said elsewhere, while the words were read, is not overwritten."""
    reply, standing = changing.reply, changing.standing
    _topic, now = await locked_with(reply["id"])
    if now["state"] != reply["state"] or (now["number"] == 1) != (reply["number"] == 1):
        raise Conflict(_("Somebody else has just decided about this. Look again."))
    _check_version(standing, now, reply["version"])
    await _check_still_open(standing, reply["id"])
    shown = reply["state"] == PostState.PUBLISHED
    if shown and changing.held:
        put = await wording.let_edit_wait(reply["id"], changing.words)
    else:
        put = await wording.put_words(reply["id"], changing.words, str(standing.viewer.id), quietly=not shown)
        if not shown and not changing.held:
            put = await showing.show_reply(reply["id"])
    if changing.pictures is not None:
        person = str(standing.viewer.id)
        waits = shown and changing.held
        await PICTURES.attach(person, changing.pictures, (reply["id"],), changing.seen, waiting=waits)
    elif not changing.held:
        await PICTURES.remove_waiting((reply["id"],))
    await drop_in(standing.viewer, edit_of(reply["id"]))
    tells = [*await _reviewed(app, changing), all_noticed(put.noticed)]
    if put.number == 1 and not shown:
        tells.append(partial(question_goes_on, topic_id=put.topic_id, by=standing.viewer))
    return Change(_outcome(changing, put), topics=[put.topic_id], forums=[put.forum_id], tell=tells)


async def _check_still_open(before: Standing, reply_id: str) -> None:
    """Its topic may have been closed, or its author put out, while the words were read."""
    await hold_place(before.forum_id, before.section["id"])
    now, _reply = await access_own_to_edit(before.viewer, reply_id)
    check_screened_as(now, before)


async def _reviewed(app: web.Application, changing: _Changing) -> Any:
    type_, id_ = changing.target
    if changing.held:
        return await left_to_review(app, type_, id_, changing.screened)
    return await seen_to(app, type_, id_, changing.reply["version"] + 1, changing.screened)


def _outcome(changing: _Changing, put: showing.Shown) -> Outcome:
    notice = notice_of(changing.screened.verdict)
    if changing.held:
        reason = changing.screened.verdict.reason
        return Outcome("held", put.topic_id, put.reply_id, reason=reason, notice=notice)
    return Outcome("published", put.topic_id, put.reply_id, put.number, notice=notice)
