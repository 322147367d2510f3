"""The one job that chains new entries, however many processes run it.

Entries are chained in the order of (at, id). One that is committed late, after its followers were chained, comes after
them: the number says what was there when. Each process looks at everything once when it starts and once a day, by
pages, and else at the last minute only, so that a large audit costs no more than a small one.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from aiohttp import web

from foundation import clock
from foundation.audit import store as audit_store
from foundation.audit.chain import chain_key, digest_of, next_head
from foundation.database import atomic
from foundation.models import AuditLink
from foundation.settings import Settings

LOOKS_BACK = timedelta(minutes=1)
"""Longer than a transaction lasts, and than the clocks of two machines may differ."""
_PAGE = 200
"""Entries looked at, and chained, at once: on SQLite nobody writes for that long."""
_PAGES_A_RUN = 20
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Chainer:
    """Where one process is in looking for entries that no link chains."""

    def __init__(self, settings: Settings) -> None:
        self._key = chain_key(settings.secret_key)
        self._at, self._id = _LONG_AGO, ""
        self._all_seen_at: datetime | None = None
        self._anew = False

    def look_at_everything(self) -> None:
        """Begin the next run with the first entry: for what came to be in the past, behind our back."""
        self._anew = True

    async def run(self) -> None:
        """Chain what is new; at most a few thousand entries, so that an upgraded database takes several runs."""
        if self._anew:
            self._at, self._id, self._all_seen_at, self._anew = _LONG_AGO, "", None, False
        elif self._all_seen_at:
            # The earlier of the two: ticks may have been missed, and the clock may have been set back.
            self._at, self._id = min(self._all_seen_at, clock.now()) - LOOKS_BACK, ""
        for _page in range(_PAGES_A_RUN):
            if not await self._page():
                return
            await asyncio.sleep(0)

    async def _page(self) -> bool:
        """Whether there may be more at once."""
        looked_at = clock.now()
        places = await audit_store.places_after(self._at, self._id, _PAGE)
        new = [place["id"] for place in places if place["number"] is None]
        if new and not await atomic(lambda: self._chain(new)):
            # Another process is at it. We look here again: it might not finish.
            return False
        if len(places) == _PAGE:
            self._at, self._id, self._all_seen_at = places[-1]["at"], places[-1]["id"], None
            return True
        self._all_seen_at = looked_at
        return False

    async def _chain(self, ids: Sequence[str]) -> bool:
        if not await audit_store.hold_the_chain():
            return False
        entries = await audit_store.unchained_of(ids)
        head, links = await audit_store.head(), []
        for entry in entries:
            digest = digest_of(entry)
            head = next_head(self._key, head, entry["id"], digest)
            links.append(AuditLink(id=entry["id"], number=head.number, digest=digest, mac=head.mac))
        await audit_store.add_links(links)
        return True


CHAINER: web.AppKey[Chainer] = web.AppKey("chainer", Chainer)


async def chain_new_entries(app: web.Application) -> None:
    """Chain the entries that are new, in this process or another."""
    await app[CHAINER].run()
