"""Bringing topics into a forum: each by itself, so that a bad one keeps no other one out, and again changes nothing."""

from typing import Any

import msgspec
from aiohttp import web
from tortoise.exceptions import IntegrityError

from forums import finding
from forums.exchange import store
from forums.exchange.policy import access_forum_to_exchange
from forums.exchange.reading import Report, read_topic, topics_in
from forums.exchange.shapes import ExchangedTopic
from forums.exchange.written import Rows, rows_of
from forums.places.defaults import GENERAL
from forums.places.service import section_named
from forums.screening import screened_in
from forums.standing import Standing
from forums.writing import Change, write
from foundation.audit.entries import add_entry
from foundation.errors import Invalid, NotFound, Refusal
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from neighbourhoods.importing import Progress, silent

JSON = dict[str, Any]


async def import_topics(
    app: web.Application, viewer: Viewer, forum_id: str, data: bytes, progress: Progress = silent
) -> Report:
    """Bring the topics of a file into a forum, as who asks; says what became of each.

    Raises NotFound, NotAllowed, and Invalid where the file is none of ours at all.
    """
    forum = await access_forum_to_exchange(viewer, forum_id)
    topics = topics_in(data)
    report = Report(total=len(topics))
    for raw in topics:
        await _import(app, viewer, forum, raw, report)
        progress(report.done, report.total)
    return report


async def _import(app: web.Application, viewer: Viewer, forum: JSON, raw: msgspec.Raw, report: Report) -> None:
    try:
        topic = read_topic(raw)
        if await store.is_known(forum["force_id"], topic.id):
            report.known += 1
            return
        await _add(app, Standing(viewer, forum, await _section(forum, topic.section)), topic)
        report.added += 1
    except IntegrityError:
        # Somebody else brings the same file in.
        report.known += 1
    except Refusal as refusal:
        report.bad.append(_("Topic %(number)s, “%(title)s”: %(why)s", number=report.done + 1, title=_title_in(raw),
                            why=refusal.message))  # fmt: skip


async def _section(forum: JSON, slug: str) -> JSON:
    """The section of that name here, or the one that every forum has."""
    try:
        return await section_named(forum, slug)
    except NotFound:
        return await section_named(forum, GENERAL)


async def _add(app: web.Application, standing: Standing, topic: ExchangedTopic) -> None:
    rows = await rows_of(topic, standing, app[SETTINGS].time_zone)
    await _check_screened(app, standing, rows)

    async def work() -> Change[None]:
        await store.add_topic(rows.topic)
        await store.add_replies(list(rows.replies))
        await finding.topic_changed(rows.topic["id"])
        await add_entry(
            act="topic.import", actor=standing.viewer, subject_type="topic", subject_id=rows.topic["id"],
            details={"replies": len(rows.replies) - 1},
        )  # fmt: skip
        return Change(None, topics=[rows.topic["id"]], forums=[standing.forum_id])

    await write(app, work)


async def _check_screened(app: web.Application, standing: Standing, rows: Rows) -> None:
    """Raises Invalid for words that a moderator would have to read first."""
    for number, text in enumerate(rows.texts, 1):
        screened = await screened_in(app, standing, rows.title if number == 1 else "", text, confirm=True)
        if screened.wants_item:
            sentence = _("A moderator would have to read text %(number)s of it first. Take it out of the file.",
                         number=number)  # fmt: skip
            raise Invalid(sentence)


def _title_in(raw: msgspec.Raw) -> str:
    """What a topic of a file calls itself, to be found there again."""
    try:
        found = msgspec.json.decode(raw, type=dict[str, Any]).get("title", "")
    except msgspec.MsgspecError:
        return "?"
    return str(found)[:80] or "?"
