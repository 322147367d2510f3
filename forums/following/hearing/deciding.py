"""Whether somebody is told of a reply, why and how: pure, from what they decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from forums.following.hearing.news import News
from forums.following.watching.followers_store import Decided
from forums.following.watching.models import HowTold, WatchKind
from forums.following.watching.targets import NEAREST_FIRST
from notices.kinds import NoticeKind


class Why(StrEnum):
    """Why somebody is told: the first of these that is so."""

    MENTION = "mention"
    REPLY = "reply"
    ANSWER = "answer"
    WATCH = "watch"


KIND_OF = {
    Why.MENTION: NoticeKind.MENTION,
    Why.REPLY: NoticeKind.MENTION,
    Why.ANSWER: NoticeKind.OFFICIAL_ANSWER,
    Why.WATCH: NoticeKind.TOPIC_REPLY,
}


@dataclass(frozen=True)
class Told:
    """One person who hears of a reply. `quietly`: in the digest and the list of what is unread alone."""

    person: str
    why: Why
    how: HowTold
    quietly: bool = False


@dataclass(frozen=True)
class Addressed:
    """Who is spoken to in a reply: those mentioned, and whom it replies to."""

    mentioned: Collection[str] = ()
    replied_to: str | None = None

    @property
    def people(self) -> set[str]:
        return {*self.mentioned, *([self.replied_to] if self.replied_to else [])}


def told_of(news: News, shown_at: datetime, person: str, decided: Decided, addressed: Addressed) -> Told | None:
    """How this person hears of it; None: not at all.

    Nobody hears of their own words, of what they muted, or of what was shown before they followed. Who follows a forum
    or a section hears at once of new topics and of official answers: every reply there would be a flood.
    """
    nearest = next((kind for kind in NEAREST_FIRST if kind in decided), None)
    how = HowTold(decided[nearest]["how"]) if nearest else HowTold.DIGEST
    why = _why(news, person, addressed)
    if person == news.author or how is HowTold.NONE:
        return None
    if why in (Why.MENTION, Why.REPLY):
        return Told(person, why, how)
    if nearest is None or decided[nearest]["since"] > shown_at:
        return None
    if why is Why.WATCH and nearest is not WatchKind.TOPIC and news.number > 1:
        return Told(person, why, HowTold.DIGEST, quietly=True)
    return Told(person, why, how)


def _why(news: News, person: str, addressed: Addressed) -> Why:
    if person in addressed.mentioned:
        return Why.MENTION
    if person == addressed.replied_to:
        return Why.REPLY
    return Why.ANSWER if news.is_official and news.number > 1 else Why.WATCH
