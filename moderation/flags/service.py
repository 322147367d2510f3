"""Flagging: somebody points moderators to a thing. By itself it hides nothing."""

from collections.abc import Sequence
from functools import partial

from aiohttp import web

from foundation.database import atomic
from foundation.errors import NotFound
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.permissions import Role, Viewer
from moderation.content import CONTENT, Content, Line, State, Tell, tell_all
from moderation.evidence.service import keep
from moderation.evidence.snapshot import LINES
from moderation.flags import store
from moderation.flags.at_once_service import hide_at_once
from moderation.flags.checking import Said, check_heard, check_said
from moderation.flags.origins import origin_of
from moderation.flags.policy import check_may_flag
from moderation.flags.ports import FLAGGABLE
from moderation.flags.reasons import FlagReason
from moderation.flags.records import records_of
from moderation.flags.weights import GUEST
from moderation.items.service import open_item, weigh_item
from moderation.paging.service import page_someone
from moderation.people.content import AVATAR, NAME

_HIGHEST = 2**31 - 1


async def flag(
    app: web.Application,
    viewer: Viewer,
    target_type: str,
    target_id: str,
    reason: str,
    note: str = "",
    address: str = "",
    *,
    revision: int | None = None,
) -> str:
    """Flag a thing for the moderators; gives the flag's id. Again by the same person, it takes the first one's place.

    `address` is where they ask from, in full, to be counted by and not kept. `revision` is that of what they saw, which
    may be older than what stands there now. Raises NotSignedIn, Invalid, NotAllowed (with `until`) for who was muted,
    NotFound for what is not there for them or was taken down, TooFast.
    """
    person = check_may_flag(viewer)
    said = check_said(reason, note, revision)
    await _check_pace(app, person, address)
    content = await access_to_flag(app, viewer, target_type, target_id)
    record = (await records_of([person]))[person]
    check_heard(record, said)
    weight = record.weight(guest=viewer.role is Role.GUEST)
    origin = origin_of(app[SETTINGS].secret_key, target_type, target_id, viewer.address)
    lines = await app[CONTENT][target_type].context(content, LINES)
    flag_id, item, tells = await atomic(partial(_add, app, person, content, lines, said, weight, origin))
    await tell_all(app, tells)
    await app[FLAGGABLE][target_type].flagged(app, content.place_id, content.id, said.reason)
    await hide_at_once(app, content, lines, said.reason, weight, item)
    return flag_id


async def access_to_flag(app: web.Application, viewer: Viewer, target_type: str, target_id: str) -> Content:
    """What somebody may flag, as it stands now; raises NotFound, and what its own page would refuse them with."""
    check_may_flag(viewer)
    flaggable, moderated = app[FLAGGABLE].get(target_type), app[CONTENT].get(target_type)
    if flaggable is None or moderated is None:
        raise _nothing()
    await flaggable.access(viewer, target_id)
    content = (await moderated.fetch([target_id])).get(target_id)
    if content is None or content.state is not State.PUBLISHED:
        raise _nothing()
    return content


async def _check_pace(app: web.Application, person: str, address: str) -> None:
    await app[LIMITS].check("flag", person)
    if address:
        await app[LIMITS].check("flag_address", address)


async def _add(
    app: web.Application, person: str, content: Content, lines: Sequence[Line], said: Said, weight: int,
    origin: str | None,
) -> tuple[str, str, Sequence[Tell]]:  # fmt: skip
    """Gives the ids of the flag and of its item, and what is to be told."""
    item, opened = await open_item(content, cause="flagged", kinds=[said.reason.kind])
    flag_id = await store.set_flag(
        (content.type, content.id), person, item_id=item["id"], revision=_seen(content, said), reason=said.reason,
        note=said.note, weight=weight, origin=origin,
    )  # fmt: skip
    flags, together = await store.standing_on(item["id"])
    tells = await weigh_item(item, flags=flags, weight=together)
    await keep(content, lines, why="flagged", kind=item["kind"], item_id=item["id"], case_id=item["case_id"])
    # Who is in danger is not left to wait in a queue; who was muted, or is hardly ever right, calls nobody.
    urgent = said.reason is FlagReason.DANGER and weight >= GUEST
    called = await page_someone(app, content, item, said.reason.kind) if urgent else []
    return flag_id, item["id"], [*opened, *tells, *called]


def _seen(content: Content, said: Said) -> int:
    """The revision that the flagger had before them: an older one than now, or of names and pictures another."""
    seen = said.revision or content.revision
    highest = _HIGHEST if content.type in (NAME, AVATAR) else content.revision
    return seen if 0 < seen <= highest else content.revision


def _nothing() -> NotFound:
    return NotFound(_("There is nothing here to flag: it was taken down, or was never there."))
