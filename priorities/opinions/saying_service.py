"""Putting a short statement before the neighbours: policy, pace, screening, one transaction."""

from dataclasses import dataclass
from functools import partial

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.errors import Conflict, Invalid
from foundation.keys import LIMITS
from foundation.language import _
from foundation.lengths import check_line
from foundation.permissions import Viewer
from moderation.passing.warned import check_not_warned
from moderation.screening import Verdict
from priorities.opinions import store
from priorities.opinions.policy import access_opinions, check_may_say, no_statement
from priorities.opinions.words import LONGEST, STATEMENT
from priorities.round_rows import JSON, lock_round
from priorities.screening import Screened, left_to_review, screened_in
from priorities.writing import Change, write


@dataclass(frozen=True)
class NewStatement:
    """What somebody sends. `confirm`: they were warned, and send it all the same."""

    text: str
    client_id: str
    confirm: bool = False


@dataclass(frozen=True)
class Put:
    """What became of it: shown, or held for the reason given. `emergency`: 999 should be called now."""

    id: str
    held_reason: str = ""
    emergency: bool = False


async def put_statement(app: web.Application, viewer: Viewer, round_id: str, new: NewStatement) -> Put:
    """Put a statement; the same author and `client_id` again gives the same answer.

    Raises NotFound, NotSignedIn, NotAllowed, KeptOut, Conflict, Invalid, Warned, TooFast.
    """
    if before := await _sent_before(viewer, new.client_id):
        return before
    row = await access_opinions(viewer, round_id)
    await check_may_say(viewer, row)
    text = _checked(new.text)
    await app[LIMITS].check("proposal", str(viewer.id))
    screened = await screened_in(app, viewer, row, text, confirm=new.confirm)
    check_not_warned(screened)
    try:
        return await write(app, partial(_add, app, viewer, round_id, text, new.client_id, screened))
    except IntegrityError:
        # The same client_id came in twice at once: the first one won, and this is its outcome.
        if first := await _sent_before(viewer, new.client_id):
            return first
        raise


async def _add(
    app: web.Application, viewer: Viewer, round_id: str, text: str, client_id: str, screened: Screened
) -> Change[Put]:
    row = await lock_round(round_id)
    if row is None:
        raise no_statement()
    await check_may_say(viewer, row)
    await _check_room(row, text)
    verdict: Verdict = screened.verdict
    reason = verdict.reason if verdict.held else ""
    statement_id = await store.add_statement(round_id, str(viewer.id), client_id, text, reason)
    tells = await left_to_review(app, STATEMENT, statement_id, screened)
    return Change(Put(statement_id, reason, verdict.emergency), rounds=[round_id], tell=tells)


async def _check_room(row: JSON, text: str) -> None:
    """A statement twice would count the same opinion twice; and nobody answers hundreds of them."""
    shown = await store.shown_statements(row["id"])
    if len(shown) >= store.MOST_STATEMENTS:
        raise Conflict(_("This round has as many statements as it can have."))
    if any(each["text"].casefold() == text.casefold() for each in shown):
        raise Invalid.at("text", _("Somebody has said exactly this already. Say what you think of it above."))


def _checked(given: str) -> str:
    text = check_line(given, LONGEST, "text")
    if not text:
        raise Invalid.at("text", _("Write a statement that people can agree or disagree with."))
    return text


async def _sent_before(viewer: Viewer, client_id: str) -> Put | None:
    found = await store.sent_before(viewer.id, client_id) if viewer.id else None
    return Put(found["id"], found["held_reason"]) if found else None
