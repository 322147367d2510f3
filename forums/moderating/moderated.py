"""Topics and replies for moderation: each a `moderation.content.Moderated`."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial

from aiohttp import web

from forums.meeting.questions.shown_service import question_goes_on
from forums.moderated_words import LONGEST_TITLE
from forums.moderating import acts, locking_service
from forums.moderating.content import context, fetch_replies, fetch_topics
from forums.moderating.excluding import service as excluding_service
from forums.showing import Shown
from forums.writing import Change, write
from foundation import clock
from foundation.errors import Invalid
from foundation.language import _
from moderation.content import Also, Content, Exclusion, Line, Tell
from notices.service import all_noticed

Act = Callable[[], Awaitable[Shown]]


class _Words:
    """What topics and replies have in common. Forums have no log, so that no act gives a `seq`."""

    async def context(self, content: Content, lines: int) -> Sequence[Line]:
        return await context(content, lines)

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await _carried_out(app, partial(acts.hide, content), also)

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await _carried_out(app, partial(acts.refuse, content), also)

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        waits = await acts.written(content, pending) if pending else None
        await _carried_out(app, partial(acts.hold, content, waits), also)

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        await _carried_out(app, partial(acts.show, content), also)

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        await _carried_out(app, partial(acts.approve, content), also)

    async def edit(
        self,
        app: web.Application,
        content: Content,
        body: str,
        also: Also,
        *,
        by_staff: bool,
        pending: str | None = None,
    ) -> None:
        words = await acts.written(content, body)
        _check_parts(words)
        waits = await acts.written(content, pending) if pending else None
        at = clock.now() if by_staff else None
        await _carried_out(app, partial(acts.put, content, words, at, waits), also)

    async def lock(self, app: web.Application, content: Content, *, locked: bool, also: Also) -> None:
        await locking_service.set_lock(app, str(content.place_id), locked=locked, also=also)

    async def exclude(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.exclude(str(content.place_id), str(content.author_id), exclusion)

    async def readmit(self, content: Content, exclusion: Exclusion) -> Sequence[Tell]:
        return await excluding_service.readmit(str(content.place_id), str(content.author_id), exclusion)


class Topics(_Words):
    """Topics: their titles and own texts."""

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]:
        return await fetch_topics(ids)


class Replies(_Words):
    """Replies. Number 1 is its topic, which is decided about as that."""

    async def fetch(self, ids: Collection[str]) -> Mapping[str, Content]:
        return await fetch_replies(ids)


def _check_parts(words: acts.Written) -> None:
    if words.title is None:
        return
    if not 0 < len(words.title) <= LONGEST_TITLE or not words.body:
        sentence = _(
            "The first line is the title, of at most %(most)s characters. The text follows.", most=LONGEST_TITLE
        )
        raise Invalid.at("body", sentence)


async def _carried_out(app: web.Application, act: Act, also: Also) -> None:
    async def work() -> Change[None]:
        shown = await act()
        tell = [*await also(), all_noticed(shown.noticed)]
        if shown.number == 1:
            tell.append(partial(question_goes_on, topic_id=shown.topic_id))
        return Change(None, topics=[shown.topic_id], forums=[shown.forum_id], tell=tell)

    await write(app, work)
