"""What is of no use any more."""

from datetime import timedelta

from aiohttp import web

from forums.following.mailing import store
from foundation import clock

_KEPT = timedelta(days=30)
"""Longer than a week's digest takes that is put off for a budget, a quiet hour or a mail server that is away."""


async def forget_untold(_app: web.Application) -> None:
    """Remove what waited for a digest for a month: its person ended digests, or is gone."""
    await store.remove_for_digest_before(clock.now() - _KEPT)
