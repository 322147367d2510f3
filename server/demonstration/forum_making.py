"""Letting the cast talk in the demonstration's forums: by the verbs that people use, at the times when they did."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from forums.answers.promising_service import keep_promise
from forums.answers.solving_service import solve_topic
from forums.arranging.merging.service import merge
from forums.arranging.service import archive, lock, pin, set_mode
from forums.following.telling.teller import tell_followers
from forums.models import Reply
from forums.models import Topic as TopicRow
from forums.pictures.service import PICTURES
from forums.places.service import forum_of_force, forum_of_neighbourhood, staff_forum
from forums.posting.new import NewReply, NewTopic
from forums.posting.outcomes import Outcome
from forums.posting.service import post_reply, post_topic
from foundation import clock
from foundation.client_ids import new_client_id
from foundation.permissions import MODERATORS, Viewer
from moderation.modes import Mode
from neighbourhoods.named_places import checked_place
from server.demonstration.drawings import picture
from server.demonstration.forum_steps import FORCE_WIDE, STAFF, Act, Post, Topic
from server.demonstration.forum_talk import HERE
from server.demonstration.forum_talk_more import MORE
from server.demonstration.making import viewer
from server.demonstration.people import FORCE
from server.demonstration.visits import LAST_VISIT, look_in, read_up_to

_Step = tuple[timedelta, Callable[[], Awaitable[None]]]


async def talk_in_forums(app: web.Application) -> None:
    """All of it, the oldest first: what was written in last stands first in its forum."""
    steps = [step for topic in (*HERE, *MORE) for step in _Telling(app, topic).steps()]
    steps.append((LAST_VISIT, partial(look_in, app)))
    for ago, take in sorted(steps, key=lambda step: step[0], reverse=True):
        with clock.elsewhen(-ago):
            await take()
            # By its own time: what waits for weeks is no news any more.
            await tell_followers(app)


class _Telling:
    """One topic, step by step."""

    def __init__(self, app: web.Application, topic: Topic) -> None:
        self._app, self._topic, self._id = app, topic, ""

    def steps(self) -> list[_Step]:
        """What is done, and how long ago."""
        return [
            (ago, partial(self._take, step)) for ago, step in zip(self._topic.times(), self._topic.steps, strict=True)
        ]

    async def _take(self, step: Post | Act) -> None:
        if isinstance(step, Act):
            await self._act(step)
        else:
            await (self._post if self._id else self._begin)(step)

    async def _begin(self, post: Post) -> None:
        author, topic = await _viewer(post.who), self._topic
        new = NewTopic(
            new_client_id(), topic.title, post.words, topic.section, confirm=True,
            pictures=await _pictures(author, post), columns=checked_place(topic.street),
        )  # fmt: skip
        begun = _shown(await post_topic(self._app, author, await _forum_of(topic), new), topic.title)
        self._id = begun.topic_id or ""
        await read_up_to(author, begun.topic_id, begun.number)

    async def _post(self, post: Post) -> None:
        author = await _viewer(post.who)
        day = (clock.now() + timedelta(days=post.promised)).date() if post.promised else None
        new = NewReply(
            new_client_id(), post.words, await self._reply(post.to), confirm=True,
            pictures=await _pictures(author, post), official=post.official, promised_for=day,
        )  # fmt: skip
        said = _shown(await post_reply(self._app, author, self._id, new), post.words)
        await read_up_to(author, said.topic_id, said.number)

    async def _act(self, act: Act) -> None:
        app, who = self._app, await _viewer(act.who)
        if act.act == "merge":
            into = await TopicRow.get(title=act.why).values("id")
            await merge(app, who, self._id, str(into["id"]))
        elif act.act == "solve":
            await solve_topic(app, who, self._id, await self._reply(act.number))
        elif act.act == "keep":
            await keep_promise(app, who, str(await self._reply(act.number)))
        elif act.act == "lock":
            await lock(app, who, self._id, act.why)
        elif act.act == "slow":
            await set_mode(app, who, self._id, Mode.SLOW)
        else:
            await {"pin": pin, "archive": archive}[act.act](app, who, self._id)

    async def _reply(self, number: int | None) -> str | None:
        """The id of the reply with this number; None for the topic's own text, which all replies reply to."""
        if number in (None, 1):
            return None
        found: dict[str, Any] = await Reply.get(topic_id=self._id, number=number).values("id")
        return str(found["id"])


async def _viewer(key: str) -> Viewer:
    person = await viewer(key)
    return replace(person, whole_force=person.role in MODERATORS)


async def _forum_of(topic: Topic) -> str:
    if topic.forum in (FORCE_WIDE, STAFF):
        return str((await (forum_of_force if topic.forum == FORCE_WIDE else staff_forum)(FORCE))["id"])
    return str((await forum_of_neighbourhood(topic.forum))["id"])


async def _pictures(author: Viewer, post: Post) -> tuple[str, ...]:
    if not post.picture:
        return ()
    added = await PICTURES.add(author, picture(post.picture))
    await PICTURES.describe(author, added["id"], post.alt)
    return (str(added["id"]),)


def _shown(outcome: Outcome, words: str) -> Outcome:
    """Nothing of it waits for anybody: a demonstration without its first topic shows nothing."""
    if outcome.status != "published":
        raise RuntimeError(f"held in the demonstration: {words[:60]}")
    return outcome
