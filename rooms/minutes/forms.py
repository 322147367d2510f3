"""Published minutes in the form that was asked for: a page, plain text or data."""

from datetime import datetime
from typing import Any

from aiohttp import web

from foundation.json_answers import json_response
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.text import stored_html
from rooms.accepting import preferred
from rooms.minutes.plain_text import plain_text
from rooms.minutes.service import published_minutes
from rooms.minutes.wording import outcome_lines
from rooms.surgeries.cards import card

JSON = dict[str, Any]


async def answer(request: web.Request, surgery_id: str, otherwise: str = "application/json") -> web.Response:
    """The form that the Accept header asks for first; `otherwise` where it names none."""
    forms = {"text/html": as_page, "text/plain": as_text, "application/json": as_data}
    return await forms[preferred(request.headers.get("Accept", ""), otherwise)](request, surgery_id)


async def as_page(request: web.Request, surgery_id: str) -> web.Response:
    """For people, and for paper."""
    made = await published_minutes(surgery_id)
    revised = made["revised_at"]
    return render(
        request,
        "rooms/minutes/minutes.html",
        surgery=await card(made["surgery"]),
        neighbourhood_name=made["neighbourhood_name"],
        published=datetime.fromisoformat(made["published_at"]),
        revised=datetime.fromisoformat(revised) if revised else None,
        items=drawn(made["items"]),
    )


async def as_text(request: web.Request, surgery_id: str) -> web.Response:
    """To read anywhere."""
    made = await published_minutes(surgery_id)
    starts = datetime.fromisoformat(made["surgery"]["starts_at"])
    return web.Response(text=plain_text(made, starts, request.app[SETTINGS].time_zone), content_type="text/plain")


async def as_data(_request: web.Request, surgery_id: str) -> web.Response:
    """As the API has them."""
    return json_response(await published_minutes(surgery_id))


def drawn(items: list[JSON]) -> list[JSON]:
    """Paragraphs as the templates draw them: `html` to be shown as such, and `lines` below the words."""
    return [
        item | {"html": stored_html(item["html"]) if item["html"] else None, "lines": outcome_lines(item)}
        for item in items
    ]
