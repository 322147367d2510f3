"""Choosing how one is told: on a page of one's own, or by the link in a mail."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from aiohttp import web

from accounts.reach import reach_of
from foundation.database import atomic
from foundation.errors import NotFound
from foundation.keys import LIMITS, SETTINGS
from foundation.language import _
from foundation.mail.refusals import refused_since
from foundation.permissions import HOSTS, Role, Viewer
from notices.kinds import FOR_HOSTS, KIND_NAMES, NoticeKind, Ways
from notices.letters import send_trial
from notices.preferences import store
from notices.preferences.chosen import way_of, ways_of
from notices.preferences.links import read_link
from notices.push.service import browsers_of

JSON = dict[str, Any]


async def choices_of(viewer: Viewer) -> list[JSON]:
    """A row for each kind that can concern who asks: `kind`, `name`, `mail`, `push`."""
    ways = await ways_of(str(viewer.id))
    kinds = [kind for kind in NoticeKind if kind not in FOR_HOSTS or viewer.role in HOSTS]
    return [
        {"kind": kind, "name": str(KIND_NAMES[kind]), "mail": ways[kind].mail, "push": ways[kind].push}
        for kind in kinds
    ]


async def choose(viewer: Viewer, chosen: Mapping[NoticeKind, Ways]) -> None:
    """Take these choices; what is as before is not written down, so that a better rule of ours still reaches it."""
    person = str(viewer.id)
    before = await ways_of(person)
    changed = {kind: ways for kind, ways in chosen.items() if ways != before[kind]}

    async def work() -> None:
        for kind, ways in changed.items():
            await store.set_choice(person, kind, ways)

    await atomic(work)


async def address_of(viewer: Viewer) -> JSON:
    """Where mails go: `email` (None for who has no confirmed one) and `refused`, since when it is refused, or None."""
    reach = (await reach_of([str(viewer.id)])).get(str(viewer.id))
    email = reach.email if reach else None
    return {"email": email, "refused": await refused_since(email) if email else None}


async def reached_by(viewer: Viewer, kind: NoticeKind) -> JSON:
    """How notices of a kind reach who asks: `email` (or None), `browsers` (how many), `guest`: has no address ever."""
    ways, address = await way_of(str(viewer.id), kind), await address_of(viewer)
    return {
        "email": address["email"] if ways.mail and not address["refused"] else None,
        "browsers": len(await browsers_of(viewer)) if ways.push else 0,
        "guest": viewer.role == Role.GUEST,
    }


async def try_address(app: web.Application, viewer: Viewer) -> None:
    """Send a mail to one's own refused address: once it is taken, notices come by mail again. Raises TooFast."""
    reach = (await reach_of([str(viewer.id)])).get(str(viewer.id))
    if reach is None or reach.email is None:
        return
    await app[LIMITS].check("letter_to", reach.email)
    await atomic(partial(send_trial, reach.email, reach.name))


def access_link(app: web.Application, person: str, kind: str, signature: str) -> NoticeKind:
    """The kind of mails that a link is about; raises NotFound for one that we did not make."""
    found = read_link(app[SETTINGS], person, kind, signature)
    if found is None:
        raise NotFound(
            _("This link is not complete. Copy all of it from the email, or sign in to choose what you get.")
        )
    return found


async def set_mails(person: str, kind: NoticeKind, *, wanted: bool) -> None:
    """End mails of one kind for one person, or begin them again; `access_link` has said that it may be done.

    An old mail's link leaves nothing behind of somebody who has closed their account.
    """
    if person not in await reach_of([person]):
        return
    ways = await way_of(person, kind)
    await atomic(partial(store.set_choice, person, kind, replace(ways, mail=wanted)))


async def want_mails(person: str, kind: NoticeKind) -> None:
    """Begin mails of one kind for somebody who asks for some of it elsewhere; inside the act's transaction."""
    ways = await way_of(person, kind)
    if not ways.mail:
        await store.set_choice(person, kind, replace(ways, mail=True))
