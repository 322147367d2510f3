"""The model's place in the application: one listener a process, none where it is not installed or off."""

from collections.abc import AsyncIterator

from aiohttp import web

from foundation.keys import SETTINGS
from moderation.risk.installed import is_wanted
from moderation.risk.listener import Listener

LISTENER: web.AppKey[Listener] = web.AppKey("listener")


def add_listener(app: web.Application) -> None:
    """Have the application listen for as long as it runs. Its worker warms up beside the start, which does not wait."""
    if is_wanted(app[SETTINGS]):
        app[LISTENER] = Listener(app[SETTINGS].model_folder)
        app.cleanup_ctx.append(_listening)


async def _listening(app: web.Application) -> AsyncIterator[None]:
    app[LISTENER].start()
    yield
    await app[LISTENER].stop()
