"""Taking out words that staff wrote around a round: at once and for good, told to nobody, and audited without them."""

from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.errors import Invalid, NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.round_rows import lock_round, touch_round
from priorities.rounds.heads import round_head
from priorities.taking_out import store
from priorities.taking_out.kinds import KINDS
from priorities.taking_out.policy import access_round_to_moderate
from priorities.taking_out.round_service import take_out_of_round
from priorities.taking_out.standing_in import put_in, taken_out_on
from priorities.writing import Change, write

JSON = dict[str, Any]
LONGEST_REASON: Final = 500


async def words_page(viewer: Viewer, round_id: str) -> JSON:
    """`head`, and `words`: {kind, name, id, words, title and path of the proposal or None}.

    Raises NotFound, NotAllowed.
    """
    row = await access_round_to_moderate(viewer, round_id)
    proposals = await store.proposals_read(round_id)
    found = [
        {
            "kind": kind,
            "name": str(KINDS[kind].name),
            "id": each["id"],
            "words": _said(kind, each),
            "title": proposals.get(each["about"] or ""),
            "path": f"/proposals/{each['about']}" if each["about"] else None,
        }
        for kind in KINDS
        for each in await store.words_of(kind, round_id, proposals)
    ]
    return {"head": await round_head(viewer, row), "words": [each for each in found if each["words"]]}


async def take_out(app: web.Application, viewer: Viewer, round_id: str, kind: str, id_: str, reason: str) -> None:
    """Take out what a kind of words says at this id; the sentence that stands there then names the day.

    Raises NotFound, NotAllowed, Invalid (no reason; another kind).
    """
    await access_round_to_moderate(viewer, round_id)
    why = cleaned_line(reason[: 4 * LONGEST_REASON])
    if not why or len(why) > LONGEST_REASON:
        raise Invalid.at("reason", _("Say why, in up to %(most)s characters. The audit keeps it.", most=LONGEST_REASON))
    if kind not in KINDS:
        raise Invalid.at("kind", _("There are no such words here."))
    sentence = taken_out_on(clock.today_in(app[SETTINGS].time_zone))
    await write(app, partial(_take_out, viewer, round_id, kind, id_, why, sentence))


async def _take_out(viewer: Viewer, round_id: str, kind: str, id_: str, why: str, sentence: str) -> Change[None]:
    row = await lock_round(round_id) or {}
    rows = await store.words_of(kind, round_id, await store.proposals_read(round_id))
    found = next((each for each in rows if each["id"] == id_ and _said(kind, each)), None)
    if found is None:
        raise NotFound(_("There are no such words here."))
    planned = await _put_in(row, kind, found, sentence)
    await touch_round(round_id)
    await add_entry(
        act="words.take-out", actor=viewer, subject_type=kind, subject_id=id_, reason=why, details={"round": round_id}
    )
    return Change(None, rounds=[round_id, *planned])


async def _put_in(row: JSON, kind: str, found: JSON, sentence: str) -> list[str]:
    """Gives the ids of other rounds that said the same."""
    if kind == "round":
        return await take_out_of_round(row, sentence)
    columns = put_in(found, KINDS[kind].columns, sentence)
    if kind == "agreement":
        await store.set_agreement(found, columns, sentence)
    else:
        await store.set_words(kind, found["id"], columns)
    return []


def _said(kind: str, row: JSON) -> list[str]:
    words = [row[name] for name in KINDS[kind].columns]
    for each in row.get("changes", ()):
        words += [each["why"], each["reason"], *(one["promise"] for one in each["promised"])]
    return [each for each in words if each]
