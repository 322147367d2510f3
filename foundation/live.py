"""The live server: Socket.IO events behind the same gates as routes, each one acknowledged.

Every event (`live_events.py`) is authorised against the record as it is now, errors become acknowledgements with the
contract's codes, and one client's events are handled in order.
"""

import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import socketio
import structlog
from aiohttp import web

from foundation import clock, database, language, metrics
from foundation.errors import Invalid, NotSignedIn, Refusal, Unavailable
from foundation.fanout import LIVE, NAMESPACE
from foundation.identity import viewer_of_token
from foundation.keys import LIMITS
from foundation.language import _
from foundation.live_events import Event, Events, Visit
from foundation.permissions import Viewer
from foundation.routes import check_could
from foundation.socket_doors import admit

log = structlog.get_logger("live")
Left = Callable[[Visit], Awaitable[None]]
"""Takes a visit that has ended."""


class LiveNamespace(socketio.AsyncNamespace):  # type: ignore[misc]  # socketio has no types
    """The namespace that speaks for the features: `events` are theirs, `left` is told of each visit that ended."""

    def __init__(self, app: web.Application, events: Events, left: Left) -> None:
        super().__init__(NAMESPACE)
        self._app = app
        self._events = events
        self._left = left
        self._visits: dict[str, Visit] = {}

    async def trigger_event(self, event: str, *args: Any) -> Any:
        """Every event of every client comes through here.

        The library's own `connect` and `disconnect` come while a client is not connected; later it is the client who
        calls an event so, and must not end or begin a visit by that.
        """
        if not self.server.manager.is_connected(args[0], NAMESPACE):
            return await (self._connect(*args) if event == "connect" else self._disconnect(args[0]))
        return await self._acknowledge(event, args[0], args[1:])

    async def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        entry = await admit(self._app, environ["aiohttp.request"], auth)
        visit = Visit(self._app, sid, entry.token, entry.viewer, entry.language, entry.address)
        self._visits[sid] = visit
        metrics.sockets.inc()
        await self.enter_room(sid, f"session:{visit.viewer.session}")
        if visit.viewer.id:
            await self.enter_room(sid, f"person:{visit.viewer.id}")

    async def _disconnect(self, sid: str) -> None:
        if visit := self._visits.pop(sid, None):
            metrics.sockets.dec()
            await self._left(visit)

    async def _acknowledge(self, name: str, sid: str, args: tuple[Any, ...]) -> dict[str, Any]:
        began = time.perf_counter()
        code = "ok"
        try:
            return {"ok": True, **await self._handle(name, sid, args)}
        except Refusal as refusal:
            code = refusal.code
            return _refused(refusal)
        except database.UNREACHABLE:
            code = "unavailable"
            return _refused(Unavailable(_("The service can’t do this right now. Please try again in a moment.")))
        except Exception:  # whatever it was, the client gets an acknowledgement
            code, reference = "unforeseen", secrets.token_hex(4)
            log.exception("unforeseen", event_name=name, reference=reference)
            sentence = _("Something went wrong on our side (reference %(ref)s). Please try again.", ref=reference)
            return _refused(Unavailable(sentence))
        finally:
            known = name if self._events.get(name) else "unknown"
            metrics.events.labels(known, code).observe(time.perf_counter() - began)

    async def _handle(self, name: str, sid: str, args: tuple[Any, ...]) -> dict[str, Any]:
        visit = self._visits.get(sid)
        if visit is None:
            raise NotSignedIn(_("This connection has ended. Please connect again."))
        language.use(visit.language)
        event = self._events.get(name)
        if event is None:
            raise Invalid(_("There is no such event."))
        await self._app[LIMITS].check("event", visit.viewer.id or visit.viewer.session or sid)
        visit.viewer = await _viewer_now(visit)
        check_could(visit.viewer, event.permission)
        return await event.handler(visit, _parse(event, args))


async def _viewer_now(visit: Visit) -> Viewer:
    viewer = await viewer_of_token(visit.app, visit.token, visit.address)
    if viewer is None:
        raise NotSignedIn(_("You have been signed out. Please sign in again."))
    return viewer


def _parse(event: Event, args: tuple[Any, ...]) -> Any:
    if len(args) != 1 or not isinstance(args[0], dict):
        raise Invalid(_("Send one object with this event."))
    try:
        return msgspec.convert(args[0], type=event.body)
    except msgspec.ValidationError as error:
        raise Invalid(_("Something in the event is wrong: %(what)s.", what=error)) from None


def _refused(refusal: Refusal) -> dict[str, Any]:
    error: dict[str, Any] = {"code": refusal.code, "message": refusal.message}
    if refusal.until is not None:
        error["until"] = clock.rfc3339(refusal.until)
    if refusal.retry_after is not None:
        error["retry_after"] = refusal.retry_after
    return {"ok": False, "error": error}


async def end_session(app: web.Application, session: str) -> None:
    """End every live connection of a session: its token is dead."""
    server = app[LIVE]
    for sid, _eio_sid in list(server.manager.get_participants(NAMESPACE, f"session:{session}")):
        await server.disconnect(sid, namespace=NAMESPACE)
