"""Hearing a risk in a text: at once where the model can, and afterwards where it can't."""

from aiohttp import web

from moderation.risk import store
from moderation.risk.heard import NOTHING, Heard
from moderation.risk.listening import LISTENER


async def heard(app: web.Application, text: str) -> Heard | None:
    """What the model hears in a text; waits 300 ms at most, and not at all while the model is behind.

    Where there is no model (it is not installed, or off), nothing is heard: the rules go on alone. None: there is one,
    and it can't say in time, or it has read the beginning of a long text only and heard nothing. Then the caller lets
    the text go on by the rules, and writes `read_later` in its transaction.
    """
    listener = app.get(LISTENER)
    return NOTHING if listener is None else await listener.heard(text)


async def heard_now(app: web.Application, text: str) -> Heard | None:
    """What the model hears in all of a text, however long it takes; None where there is none, or it has ended."""
    listener = app.get(LISTENER)
    return await listener.read(text) if listener else None


async def read_later(target_type: str, target_id: str, revision: int = 0) -> None:
    """Have the model read this revision of a thing as soon as it has time. Inside the thing's transaction.

    0: the words as they are by then.
    """
    await store.add_waiting(target_type, target_id, revision)
