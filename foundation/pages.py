"""Pages for people: rendering, forms, and where to go after one."""

import hashlib
from collections.abc import MutableMapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
from aiohttp import web
from aiohttp.http_exceptions import BadHttpMessage
from babel.dates import format_date

from foundation import clock, language
from foundation.cookies import set_session_cookie
from foundation.errors import Malformed
from foundation.identity import check_csrf, csrf_token_of, viewer_of
from foundation.keys import NEW_COOKIE, SETTINGS, TEMPLATES, TOKEN, UNREAD, WAITING
from foundation.language import _
from foundation.permissions import Viewer
from foundation.settings import Settings

FRONTEND = Path(__file__).parent.parent / "frontend"
STATIC = FRONTEND / "static"


class _Environment(jinja2.Environment):
    """Looks for a dict's own member first: Jinja asks for an attribute, and waits for the exception."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves, where a template has none of its own: every include and import copies them."""
        return super().make_globals(d) if d else self.globals


def make_templates(settings: Settings) -> jinja2.Environment:
    """The templates with what every page may use; autoescape is on, always."""
    return _templates(settings.time_zone, settings.demonstration)


@cache
def _templates(zone: ZoneInfo, demonstration: bool) -> jinja2.Environment:
    """Kept for every application of the process that draws the same: compiling a template takes long."""
    environment = _Environment(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}),
                jinja2.FileSystemLoader(FRONTEND / "templates"),
            ]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        # For who changes them as they look on. Elsewhere each page would ask the disk a dozen times.
        auto_reload=demonstration,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension i18n
        language.gettext, language.ngettext, newstyle=False
    )
    # Jinja's own `_` looks for `gettext` first, in a context that it makes anew for each sentence of a loop.
    environment.globals.update(
        _=language.gettext, static=static_address, languages=language.LANGUAGES, demonstration=demonstration
    )
    environment.filters.update(
        local_time=lambda moment: local_time(moment, zone),
        local_date=lambda moment: local_date(moment, zone),
        brief_date=lambda moment: brief_date(moment, zone),
        short_date=lambda moment: short_day(moment.astimezone(zone).date(), language.current()),
        month_name=lambda moment: format_date(moment.astimezone(zone), "LLLL y", locale=language.current()),
        day=named_day,
        is_over=lambda day: day < clock.today_in(zone),
        iso=clock.rfc3339,
    )
    return environment


def local_time(moment: datetime, zone: ZoneInfo) -> str:
    """`6pm` or `6:30pm` in English, `18:00` in Welsh, on the clock of the force."""
    local = moment.astimezone(zone)
    if language.current() == "cy":
        return local.strftime("%H:%M")
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def local_date(moment: datetime, zone: ZoneInfo) -> str:
    """`Sunday 22 November 2026`, in the reader's language."""
    return format_date(moment.astimezone(zone), "EEEE d MMMM y", locale=language.current())


@lru_cache(maxsize=4000)
def short_day(day: date, locale: str) -> str:
    """`22 Nov 2026`, for lists. Kept: a list of topics names dozens of days, and most of them are the same few."""
    return format_date(day, "d MMM y", locale=locale)


def brief_date(moment: datetime, zone: ZoneInfo) -> str:
    """`Sun 22 Nov 2026`, in the reader's language: where many stand one under the other."""
    return format_date(moment.astimezone(zone), "EEE d MMM y", locale=language.current())


def named_day(day: str) -> str:
    """A day that is kept as people agreed on it (`2026-11-25`), as `local_date` names one."""
    return format_date(date.fromisoformat(day), "EEEE d MMMM y", locale=language.current())


@cache
def static_address(path: str) -> str:
    """The address of an asset with its fingerprint, so that a browser keeps it until it changes."""
    file = STATIC / path
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:12] if file.is_file() else "missing"
    return f"/static/{path}?v={digest}"


def render(request: web.Request, template: str, status: int = 200, **context: Any) -> web.Response:
    """A page from a template under frontend/templates, with the globals that every page has."""
    viewer = viewer_of(request)
    html = (
        request.app[TEMPLATES]
        .get_template(template)
        .render(
            viewer=viewer,
            me=_me(viewer),
            unread=request.get(UNREAD, 0),
            in_queue=request.get(WAITING, 0),
            csrf_token=lambda: csrf_token_of(request),
            language=language.current(),
            path=readable_path(request),
            **context,
        )
    )
    return with_new_cookie(request, web.Response(text=html, status=status, content_type="text/html"))


def with_new_cookie(request: web.Request, response: web.Response) -> web.Response:
    """The answer, with the cookie that belongs to its forms' token where the browser had none."""
    if request.get(NEW_COOKIE):
        # Here and not when the answer is prepared: aiohttp has written the cookies into the headers by then.
        set_session_cookie(response, request.app[SETTINGS], request[TOKEN])
    return response


def readable_path(request: web.Request) -> str:
    """The address that shows this page again: a form's answer stands at an address that may have no page of its own."""
    if request.method == "GET":
        return request.path_qs
    _scheme, _ours, path = request.headers.get("Referer", "").partition(f"://{request.host}/")
    return local_path("/" + path.partition("?")[0].partition("#")[0])


def _me(viewer: Viewer) -> dict[str, Any] | None:
    if not viewer.signed_in:
        return None
    return {"id": viewer.id, "name": viewer.name, "role": viewer.role, "avatar": viewer.avatar}


async def form_of(request: web.Request) -> dict[str, str]:
    """The fields of a posted form, after its token was checked; raises Malformed or NotAllowed."""
    try:
        posted = await request.post()
        fields = {name: value for name, value in posted.items() if isinstance(value, str)}
        _check_whole(fields)
    except (ValueError, LookupError, RuntimeError, BadHttpMessage, web.RequestPayloadError):
        # Its bytes, its charset, its parts, how they are encoded, how it is compressed.
        raise Malformed(_("The form could not be read. Go back and try again.")) from None
    check_csrf(request, fields.get("csrf_token", "") or request.headers.get("X-CSRF-Token", ""))
    return fields


def _check_whole(fields: dict[str, str]) -> None:
    """Raises ValueError for half a character, which some charsets bring and no text of ours can hold."""
    for words in (*fields, *fields.values()):
        words.encode()


def see_other(address: str) -> web.HTTPSeeOther:
    """The answer after a form that did its work: go there (raise it)."""
    return web.HTTPSeeOther(address)


def local_path(address: str, otherwise: str = "/") -> str:
    """A path of our own to go back to; anything else (another site, a script) becomes `otherwise`."""
    ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    clean = "\\" not in address and not any(ord(character) < 33 for character in address)
    return address if ours and clean else otherwise
