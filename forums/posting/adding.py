"""Writing a post down: its row, its pictures, what moderators are left with, and its showing. In one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from aiohttp import web

from forums import showing
from forums.drafts.places import new_topic_in, reply_to
from forums.drafts.service import drop_in
from forums.following.service import watch_by_itself
from forums.heat import rules as heat
from forums.heat.service import settle_heat
from forums.moderated_words import REPLY, TOPIC
from forums.pictures.service import PICTURES
from forums.posting import store
from forums.posting.access import still_to_post, still_to_reply
from forums.posting.outcomes import Outcome, notice_of
from forums.reply_rows import find_reply
from forums.screening import left_to_review
from forums.standing import Standing
from forums.writing import Change
from moderation.passing.screened import Screened

JSON = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """Words that may be posted. `columns` are more of the reply's row, `seen` the words of its pictures."""

    body: str
    html: str
    client_id: str
    pictures: tuple[str, ...]
    screened: Screened
    columns: Mapping[str, Any] = field(default_factory=dict)
    seen: str = ""

    @property
    def row(self) -> JSON:
        reason = self.screened.verdict.reason if self.held else ""
        words = {"body": self.body, "html": self.html, "client_id": self.client_id, "held_reason": reason}
        return words | dict(self.columns)

    @property
    def held(self) -> bool:
        return self.screened.verdict.held


async def add_topic(
    app: web.Application, standing: Standing, title: str, written: Written, columns: Mapping[str, Any]
) -> Change[Outcome]:
    """A topic and its own text, where it is open at this very moment: shown, or held and left to review.

    Raises what `still_to_post` does.
    """
    standing = await still_to_post(standing)
    author, forum = str(standing.viewer.id), standing.forum
    place = {name: forum[name] for name in ("force_id", "neighbourhood_id")}
    place |= {"forum_id": forum["id"], "section_id": standing.section["id"]}
    topic_id = await store.add_topic(place, author, {"title": title, "client_id": written.client_id, **columns})
    reply_id = await _add(standing, topic_id, written, number=1)
    if not written.held:
        await showing.show_topic(topic_id)
    await drop_in(standing.viewer, new_topic_in(forum["id"]))
    tells = await left_to_review(app, TOPIC, topic_id, written.screened)
    outcome = _outcome(written, topic_id, reply_id, 1)
    return Change(outcome, topics=[topic_id], forums=[forum["id"]], tell=tells)


async def add_reply(app: web.Application, standing: Standing, written: Written) -> Change[Outcome]:
    """A reply to a topic that is open at this very moment."""
    standing = await still_to_reply(standing, official=bool(written.columns.get("official")))
    topic_id = standing.topic_id
    written = replace(written, columns=await _with_parent_here(topic_id, written.columns))
    reply_id = await _add(standing, topic_id, written)
    number = None if written.held else (await showing.show_reply(reply_id)).number
    await drop_in(standing.viewer, reply_to(topic_id))
    tells = [*await left_to_review(app, REPLY, reply_id, written.screened)]
    if number is not None and number > heat.REPLIES:
        tells.append(partial(settle_heat, topic_id=topic_id))
    outcome = _outcome(written, topic_id, reply_id, number)
    return Change(outcome, topics=[topic_id], forums=[standing.forum_id], tell=tells)


async def _add(standing: Standing, topic_id: str, written: Written, number: int | None = None) -> str:
    author = str(standing.viewer.id)
    place = {"topic_id": topic_id, "force_id": standing.force_id, "number": number}
    reply_id = await store.add_reply(place, author, written.row)
    if written.pictures:
        await PICTURES.attach(author, written.pictures, (reply_id,), written.seen)
    await watch_by_itself(author, topic_id)
    return reply_id


async def _with_parent_here(topic_id: str, columns: Mapping[str, Any]) -> JSON:
    """What is replied to may have gone into a topic of its own while the words were read: a parent stands in this."""
    parent = await find_reply(columns["parent_id"]) if columns.get("parent_id") else None
    here = parent is not None and parent["topic_id"] == topic_id
    return dict(columns) if here else dict(columns) | {"parent_id": None}


def _outcome(written: Written, topic_id: str, reply_id: str, number: int | None) -> Outcome:
    notice = notice_of(written.screened.verdict)
    if written.held:
        return Outcome("held", topic_id, reply_id, reason=written.screened.verdict.reason, notice=notice)
    return Outcome("published", topic_id, reply_id, number, notice=notice)
