"""Digests that are due: a mail each, once, whose words are put in as it leaves."""

from datetime import timedelta
from functools import partial

import structlog
from aiohttp import web

from accounts.reach import Reach, reach_of
from foundation import clock
from foundation.database import atomic
from foundation.language import _
from foundation.mail.outbox import Mail, add_mails
from foundation.mail.refusals import refusals_of
from notices.digests import store
from notices.digests.budget import digest_within_budget
from notices.digests.local_clock import local_now
from notices.digests.pacing import Every, Pacing
from notices.digests.words import NAME
from notices.kinds import NoticeKind
from notices.preferences.chosen import way_of
from notices.preferences.links import path_of

log = structlog.get_logger("jobs")
_AT_ONCE = 500
_COUNTS_KEPT = timedelta(days=8)


async def send_digests(_app: web.Application) -> None:
    """Have every digest sent that is due; another process may be at it too."""
    for person in await store.due_digests(clock.now(), _AT_ONCE):
        try:
            await atomic(partial(_send, person))
        except Exception:  # one that fails must not keep the others from theirs; the next tick tries again
            log.exception("digest_failed", person=person)


async def forget_old_counts(_app: web.Application) -> None:
    """How many mails somebody got a week ago is nobody's business."""
    await store.remove_counts_before((local_now() - _COUNTS_KEPT).date().isoformat())


async def _send(person: str) -> None:
    if not await store.claim_digest(person, clock.now()):
        return
    reach = (await reach_of([person])).get(person)
    pace, now = Pacing.of((await store.paces_of([person])).get(person)), local_now()
    if reach is None or pace.every is Every.NEVER or not await _is_mailed(reach):
        return
    if quiet := pace.quiet_until(now):
        await store.add_due({person: quiet})
    elif await digest_within_budget(person, pace):
        await add_mails([_mail(reach)])
    else:
        await store.add_due({person: pace.next_digest(now)})


async def _is_mailed(reach: Reach) -> bool:
    wanted = (await way_of(reach.id, NoticeKind.DIGEST)).mail
    return bool(wanted and reach.email and not await refusals_of([reach.email]))


def _mail(reach: Reach) -> Mail:
    """One a minute and person, however often it is asked for; its subject comes with its words."""
    key = f"{NAME}.{reach.id}.{clock.now():%Y%m%d%H%M}"
    return Mail(str(reach.email), _("What is new in what you follow"), "", key, path_of(reach.id, NoticeKind.DIGEST))
