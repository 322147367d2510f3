"""Legal holds: an administrator has words kept as evidence, and lets them go when that is over."""

from typing import Any

from aiohttp import web

from accounts.factors.proof import check_proved
from accounts.leaving.words import take_up_again
from accounts.people import persons
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.explanations import check_explanation
from moderation.legal_holds import store as store
from moderation.legal_holds.kept_words import forget_unwanted_words, words_before
from moderation.legal_holds.policy import check_may_hold
from moderation.legal_holds.subjects import access_subject, author_of
from moderation.ports import FIND_WORDS
from moderation.sealed.reading import Words, unreadable
from moderation.sealed.service import check_unsealed

JSON = dict[str, Any]
_NO_REVISION = -1


def check_can_hold(viewer: Viewer) -> str:
    """The force of an administrator who proved lately that it is them; raises NotAllowed and ProofNeeded."""
    force = check_may_hold(viewer)
    check_proved(viewer)
    return force


async def place_hold(app: web.Application, viewer: Viewer, named: str, reason: str, *, person: bool) -> str:
    """Have one message, or everything by its author (`person`), kept; gives the hold's id.

    `named` is a message's address or id, or a person's id. Two holds on one thing count each on its own. Raises
    NotAllowed, ProofNeeded and Invalid (with the field).
    """
    force = check_can_hold(viewer)
    subject_id = await access_subject(app, viewer, force, named, person=person)
    subject_type = "person" if person else "message"
    why = check_explanation(reason)
    await check_unsealed(app, force, why, field="reason")

    async def work() -> str:
        hold = await store.add_hold(force, subject_type, subject_id, why, str(viewer.id))
        await _audit(viewer, "hold.place", subject_type, subject_id, hold, why)
        return hold

    return await atomic(work)


async def end_hold(app: web.Application, viewer: Viewer, hold: str, reason: str) -> None:
    """End a hold. What its author wanted gone, and it alone kept, goes within seconds.

    Raises NotAllowed (words of one's own), ProofNeeded, NotFound (another force's), Invalid (no reason) and Conflict
    (ended already).
    """
    force = check_can_hold(viewer)
    found = await store.hold_of(force, hold) if is_id(hold) else None
    if found is None:
        raise NotFound(_("There is no such hold."))
    why = check_explanation(reason)
    await check_unsealed(app, force, why, field="reason")
    author = await author_of(app, found["subject_type"], found["subject_id"])
    if author == viewer.id:
        raise NotAllowed(_("These words are your own. Another administrator decides about them."))

    async def work() -> None:
        if not await store.set_ended(hold, str(viewer.id)):
            raise Conflict(_("Somebody has ended this hold already."))
        await _audit(viewer, "hold.end", found["subject_type"], found["subject_id"], hold, why)
        await forget_unwanted_words()
        await take_up_again([author])

    await atomic(work)


async def holds_page(app: web.Application, viewer: Viewer) -> list[JSON]:
    """The force's holds, those that stand first: each with `by`, `ended_by` (names), `author` and `message`.

    `author` is the contract's person; `message` is as `FindWords` gives it, or None for a hold on a person; `before` is
    what was changed while the hold stood, as `words_before` gives it.
    """
    rows = await store.holds_of(check_can_hold(viewer))
    for row in rows:
        is_message = row["subject_type"] == "message"
        row["message"] = await _readable(app, viewer, row["subject_id"]) if is_message else None
        row["private"] = bool(row["message"] and row["message"]["private"])
        row["author_id"] = None if row["private"] else await author_of(app, row["subject_type"], row["subject_id"])
        row["before"] = [] if row["ended_at"] else await _public_words_before(app, viewer, row)
    people = await persons(
        {row[name] for row in rows for name in ("author_id", "placed_by_id", "ended_by_id")} - {None}
    )
    for row in rows:
        row["author"] = people.get(row["author_id"])
        row["by"], row["ended_by"] = _name(people, row["placed_by_id"]), _name(people, row["ended_by_id"])
    return rows


async def _readable(app: web.Application, viewer: Viewer, message: str) -> JSON | None:
    """A message, without its words where a sealed case holds them and this administrator is not cleared for it."""
    found = await app[FIND_WORDS](message)
    if found is None or found["private"] or found["state"] == "published":
        return found
    type_, id_ = found.get("target", ("message", message))
    words = Words(id_, found["revision"], found["body"])
    sealed = await unreadable(app, viewer, found["force"], type_, [words])
    return found | {"body": "", "sealed": True} if sealed else found


async def _public_words_before(app: web.Application, viewer: Viewer, hold: JSON) -> list[JSON]:
    """What was changed while a hold stands, but for what was said in private, or is sealed: that is kept, and read
    nowhere here.
    """
    before = await words_before(hold["subject_type"], hold["subject_id"])
    texts = [Words(str(number), _NO_REVISION, "\n".join(kept["words"])) for number, kept in enumerate(before)]
    sealed = await unreadable(app, viewer, check_may_hold(viewer), "message", texts)
    before = [kept for number, kept in enumerate(before) if str(number) not in sealed]
    found = {kept["message"]: await app[FIND_WORDS](kept["message"]) for kept in before}
    return [kept for kept in before if not (found[kept["message"]] or {}).get("private")]


def _name(people: dict[str, JSON], person: str | None) -> str:
    return str(people[person]["name"]) if person in people else ""


async def _audit(viewer: Viewer, act: str, subject_type: str, subject_id: str, hold: str, reason: str) -> None:
    await add_entry(act=act, actor=viewer, subject_type=subject_type, subject_id=subject_id, reason=reason,
                    details={"hold": hold})  # fmt: skip
