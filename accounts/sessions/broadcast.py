"""Live out: connections whose sign-in has ended are ended too."""

from collections.abc import Iterable

from aiohttp import web

from foundation.live import end_session


async def sessions_ended(app: web.Application, sessions: Iterable[str]) -> None:
    """End every live connection of these sessions; call it after the commit that ended them."""
    for session in sessions:
        await end_session(app, session)
