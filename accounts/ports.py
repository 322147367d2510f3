"""What accounts tell the floors above and ask of them: filled by the roof, empty until then."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import web


class PersonChanged(Protocol):
    """A person's name or badge is another now: screens that show it are to draw it anew. Called after the commit."""

    async def __call__(self, person: str) -> None: ...


class OfficersSurgeries(Protocol):
    """The open and the coming surgeries that an officer hosts, the soonest first, as neighbourhoods' pages get them."""

    async def __call__(self, officer: str) -> Sequence[dict[str, Any]]: ...


class DutyChanged(Protocol):
    """An officer went on duty or off: screens that show their words are to follow. Called after the commit."""

    async def __call__(self, officer: str) -> None: ...


class CheckName(Protocol):
    """Raises Invalid, about the field `name`, for a name that must not be shown here, or not of this person."""

    async def __call__(self, name: str, person: str | None) -> None: ...


@dataclass(frozen=True)
class Holding:
    """One part of what is held about a person, as they take it away: a member of the file, and its rows in turn.

    `columns` are the `table.column`s that lead from a person to these rows: a test asks that none is forgotten.
    """

    name: str
    columns: tuple[str, ...]
    read: Callable[[str], AsyncIterator[dict[str, Any]]]


class LeaveWords(Protocol):
    """Take away the words of somebody who closed their account: all of them, or only those that nobody was shown.

    At most `most` of them now; gives whether none is left. What is under a legal hold is taken from view and kept.
    """

    async def __call__(self, person: str, *, everything: bool, most: int) -> bool: ...


class KeepsWords(Protocol):
    """Whether a legal hold keeps something of this person."""

    async def __call__(self, person: str) -> bool: ...


@dataclass(frozen=True)
class Words:
    """What a feature that people write in does about those who leave."""

    leave: LeaveWords
    keeps: KeepsWords


PERSON_CHANGED: web.AppKey[PersonChanged] = web.AppKey("person_changed")
OFFICERS_SURGERIES: web.AppKey[OfficersSurgeries] = web.AppKey("officers_surgeries")
DUTY_CHANGED: web.AppKey[DutyChanged] = web.AppKey("duty_changed")
NAME_MAY_BE_SHOWN: web.AppKey[CheckName] = web.AppKey("name_may_be_shown")
HOLDINGS: web.AppKey[tuple[Holding, ...]] = web.AppKey("holdings")
WORDS_LEAVE: web.AppKey[tuple[Words, ...]] = web.AppKey("words_leave")
