"""What scripts ask for an open page of a topic: replies as HTML, drawn by the page's own template."""

from typing import Any

from aiohttp import web

from forums.live.news_service import News, gone_from, news_of
from forums.moved import Moved
from forums.reading.head import head_of
from forums.reading.offers import offers
from foundation.errors import Malformed, Refusal
from foundation.identity import viewer_of
from foundation.ids import is_own_id
from foundation.json_answers import json_response
from foundation.keys import TEMPLATES
from foundation.language import _, ngettext
from foundation.numbers import whole_number
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
JSON = dict[str, Any]
_MOST = 300
"""Replies that a page shows at most: nobody's page asks about more."""


@pages.get("/topics/{id}/new", permission=Permission.FORUM_READ)
async def show_news(request: web.Request) -> web.StreamResponse:
    """`?after=NUMBER&shown=ID.STAMP,…` → `{version, shown, last_number, replies, head, come, changed: {id: html},
    gone: [id]}`.

    `replies`: how many there are, in words. `come` is `[{id, number, html}]`. A topic that is shown no more: 404 and
    `{moved}`, the id of the one that it was merged into, or null.
    """
    after, shown = _after(request.query.get("after", "")), _shown(request.query.get("shown", ""))
    try:
        news = await news_of(request.app, viewer_of(request), request.match_info["id"], after, shown)
    except Moved as moved:
        return json_response({"moved": moved.topic_id}, 404)
    except Refusal as refusal:
        return json_response({"moved": None}, refusal.status)
    answer = json_response(await _answer(request, news))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.get("/forums/{id}/gone", permission=Permission.FORUM_READ)
async def show_gone(request: web.Request) -> web.StreamResponse:
    """`?topics=ID,…` → `{gone: [ids]}`: those that a list shows, and may show no more."""
    listed = [topic for topic in request.query.get("topics", "").split(",") if is_own_id(topic)]
    if len(listed) > _MOST:
        raise _unreadable()
    return json_response({"gone": await gone_from(viewer_of(request), request.match_info["id"], listed)})


def _after(number: str) -> int | None:
    if not number:
        return None
    if (after := whole_number(number)) is None:
        raise _unreadable()
    return after


def _shown(listed: str) -> dict[str, str]:
    """Ids and stamps of the page's replies."""
    pairs = [pair.partition(".") for pair in listed.split(",")] if listed else []
    if len(pairs) > _MOST:
        raise _unreadable()
    return {id_: stamp for id_, _dot, stamp in pairs if is_own_id(id_)}


def _unreadable() -> Malformed:
    return Malformed(_("There is nothing at this address."))


async def _answer(request: web.Request, news: News) -> JSON:
    topic = await head_of(news.standing)
    come, changed = [], {}
    if news.come or news.changed:
        draw = request.app[TEMPLATES].get_template("forums/reply.html").module.reply  # type: ignore[attr-defined]
        may = await offers(news.standing)
        come = [
            {"id": one["id"], "number": one["number"], "html": str(draw(one, topic, may))} for one in news.come
        ]  # fmt: skip
        changed = {one["id"]: str(draw(one, topic, may)) for one in news.changed}
    return {
        "version": news.version, "shown": news.shown, "last_number": news.last_number, "head": news.head,
        "replies": ngettext("%(n)s reply", "%(n)s replies", topic["replies"]),
        "come": come, "changed": changed, "gone": news.gone,
    }  # fmt: skip
