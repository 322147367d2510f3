"""Reading a file of topics: what is wrong with each is said by its place and its title."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import msgspec

from forums.exchange.shapes import FORMAT, ExchangedReply, ExchangedTopic, ExchangeFile
from forums.posting.checks.words import check_words
from forums.posting.new import check_title
from foundation import clock
from foundation.errors import Invalid, Refusal
from foundation.language import _

MOST: Final = 20 * 1024 * 1024
"""Bytes of a file that is sent by a form."""
_EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Nobody wrote in a forum before, and no clock of a force shows the first day of all."""


@dataclass
class Report:
    """What came of a file: topics that were brought in, those that were here already, and what is wrong, by its row."""

    total: int = 0
    added: int = 0
    known: int = 0
    bad: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        return self.added + self.known + len(self.bad)


def topics_in(data: bytes) -> list[msgspec.Raw]:
    """The topics of a file, as they stand there; raises Invalid where it is no such file at all."""
    try:
        file = msgspec.json.decode(data, type=ExchangeFile)
    except msgspec.MsgspecError as error:
        sentence = _("This is not the JSON of a forum: %(why)s", why=str(error))
        raise Invalid.at("file", sentence) from None
    if file.format != FORMAT:
        raise Invalid.at("file", _("This file says that it is in another format than %(format)s.", format=FORMAT))
    return file.topics


def read_topic(raw: msgspec.Raw) -> ExchangedTopic:
    """One topic of a file, whose words can be shown as they are; raises Invalid with what is wrong with it."""
    try:
        topic = msgspec.json.decode(raw, type=ExchangedTopic)
    except msgspec.MsgspecError as error:
        raise Invalid(str(error)) from None
    check_title(topic.title)
    _check_times(topic)
    shown = list(shown_in(topic))
    if not shown or shown[0].number != 1:
        raise Invalid(_("The topic’s own text, number 1, is missing or was taken down."))
    for reply in shown:
        _check(reply)
    return topic


def shown_in(topic: ExchangedTopic) -> Iterator[ExchangedReply]:
    """Its replies that have words, by number."""
    return iter(sorted((each for each in topic.replies if each.body is not None), key=lambda each: each.number))


def _check(reply: ExchangedReply) -> None:
    try:
        check_words(reply.body or "")
    except Refusal as refusal:
        raise Invalid(_("Number %(number)s: %(why)s", number=reply.number, why=refusal.message)) from None


def _check_times(topic: ExchangedTopic) -> None:
    times = [topic.created_at, topic.active_at, *(reply.created_at for reply in topic.replies)]
    if any(time.tzinfo is None or not _EARLIEST < time <= clock.now() for time in times):
        raise Invalid(_("A time has no time zone, is too early, or is still to come."))
    numbers = [reply.number for reply in topic.replies]
    if len(set(numbers)) < len(numbers) or min(numbers, default=1) < 1:
        raise Invalid(_("Two replies have one number, or one has none."))
