"""What clients send to keep sections and modes, and how the JSON API describes it."""

from typing import Annotated, Literal

import msgspec

from forums.places.models import ForumKind, WhoPosts
from moderation.modes import Mode

_Line = Annotated[str, msgspec.Meta(max_length=2000)]


class SectionWords(msgspec.Struct):
    """What a section is to be. `mode` null: its forum's; `slow_seconds` between a person's posts are slow mode's."""

    name: _Line
    name_cy: _Line = ""
    about: _Line = ""
    about_cy: _Line = ""
    who_posts: WhoPosts = WhoPosts.EMAIL
    who_replies: WhoPosts = WhoPosts.EMAIL
    guests: bool = False
    mode: Mode | None = None
    slow_seconds: int | None = None


class NewSection(SectionWords, kw_only=True):
    """A section for all of the force's forums of a kind."""

    kind: ForumKind


class ChangedSection(SectionWords, kw_only=True):
    """The whole section, as it is to be. `version` is the one that was read."""

    version: int


class KeptSection(msgspec.Struct):
    """A section as administrators have it, its own `mode` or null. `position` counts from 0."""

    id: str
    kind: ForumKind
    slug: str
    name: str
    name_cy: str
    about: str
    about_cy: str
    who_posts: WhoPosts
    who_replies: WhoPosts
    guests: bool
    mode: Mode | None
    slow_seconds: int | None
    position: int
    archived: bool
    version: int


class KeptSections(msgspec.Struct):
    """All sections of a force, by the kind of forum, in their order."""

    items: list[KeptSection]
    next: None = None


class SectionAct(msgspec.Struct):
    """`up`, `down`: it changes places with the one before or after it."""

    action: Literal["up", "down", "archive", "restore"]


class ForumMode(msgspec.Struct):
    """Who may write in a forum for now, but for sections and topics with a mode of their own."""

    mode: Mode
    slow_seconds: int | None = None
    reason: Annotated[str, msgspec.Meta(max_length=500)] = ""
