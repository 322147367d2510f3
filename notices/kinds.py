"""What there is to be told, and by which ways where a person has not chosen."""

from dataclasses import dataclass
from enum import StrEnum

from foundation.language import Lazy, lazy


class NoticeKind(StrEnum):
    """What a notice is about. A person chooses for each kind how it reaches them."""

    REMINDER = "reminder"
    DATE_CHANGED = "date_changed"
    HOST_MISSING = "host_missing"
    QUESTION_MERGED = "question_merged"
    QUESTION_ANSWERED = "question_answered"
    QUESTION_PROMISED = "question_promised"
    QUESTION_CLOSED = "question_closed"
    PROMISE_KEPT = "promise_kept"
    PROMISE_LATE = "promise_late"
    YOUR_TURN = "your_turn"
    BOOTH = "booth"
    STAFF = "staff"
    DECISION = "decision"
    APPEAL = "appeal"
    PAGED = "paged"
    FLAGGED = "flagged"
    PASSED_ON = "passed_on"
    TOPIC_REPLY = "topic_reply"
    MENTION = "mention"
    OFFICIAL_ANSWER = "official_answer"
    TOPIC_CHANGED = "topic_changed"
    QUESTION_TO_TOPIC = "question_to_topic"
    DIGEST = "digest"
    ROUND_MOVED = "round_moved"
    MERGE_ASKED = "merge_asked"
    PROPOSAL_DECIDED = "proposal_decided"
    PANEL_ASKED = "panel_asked"
    PRIORITY_NEWS = "priority_news"
    REVIEW_ASKED = "review_asked"
    PRIORITY_LATE = "priority_late"
    PAPER_BALLOT = "paper_ballot"


@dataclass(frozen=True)
class Ways:
    """How a notice reaches somebody beside their own page, where it always stands."""

    mail: bool
    push: bool


_MAIL, _PUSH, _BOTH, _PAGE = Ways(True, False), Ways(False, True), Ways(True, True), Ways(False, False)

DEFAULT_WAYS: dict[NoticeKind, Ways] = {
    NoticeKind.REMINDER: _BOTH,
    NoticeKind.DATE_CHANGED: _BOTH,
    NoticeKind.HOST_MISSING: _PUSH,
    NoticeKind.QUESTION_MERGED: _PAGE,
    NoticeKind.QUESTION_ANSWERED: _BOTH,
    NoticeKind.QUESTION_PROMISED: _MAIL,
    NoticeKind.QUESTION_CLOSED: _MAIL,
    NoticeKind.PROMISE_KEPT: _BOTH,
    NoticeKind.PROMISE_LATE: _MAIL,
    # A mail is read too late for these: somebody waits at this moment.
    NoticeKind.YOUR_TURN: _PUSH,
    NoticeKind.BOOTH: _PUSH,
    NoticeKind.STAFF: _MAIL,
    NoticeKind.DECISION: _MAIL,
    NoticeKind.APPEAL: _MAIL,
    NoticeKind.PAGED: _PUSH,
    NoticeKind.FLAGGED: _PAGE,
    NoticeKind.PASSED_ON: _BOTH,
    # What is said in forums comes in the digest, unless somebody asks for each mail at once: of mentions and answers
    # here, of the rest for one topic, section or forum. A mail's link to end such mails ends them all.
    NoticeKind.TOPIC_REPLY: _MAIL,
    NoticeKind.MENTION: _PAGE,
    NoticeKind.OFFICIAL_ANSWER: _PUSH,
    NoticeKind.TOPIC_CHANGED: _PAGE,
    NoticeKind.QUESTION_TO_TOPIC: _BOTH,
    NoticeKind.DIGEST: _MAIL,
    NoticeKind.ROUND_MOVED: _MAIL,
    NoticeKind.MERGE_ASKED: _MAIL,
    NoticeKind.PROPOSAL_DECIDED: _MAIL,
    NoticeKind.PANEL_ASKED: _MAIL,
    NoticeKind.PRIORITY_NEWS: _MAIL,
    NoticeKind.REVIEW_ASKED: _MAIL,
    NoticeKind.PRIORITY_LATE: _MAIL,
    NoticeKind.PAPER_BALLOT: _MAIL,
}

KIND_NAMES: dict[NoticeKind, Lazy] = {
    NoticeKind.REMINDER: lazy("A reminder of a surgery or meeting"),
    NoticeKind.DATE_CHANGED: lazy("A date that was moved or cancelled"),
    NoticeKind.HOST_MISSING: lazy("An officer who has not come yet"),
    NoticeKind.QUESTION_MERGED: lazy("Your question was put together with another"),
    NoticeKind.QUESTION_ANSWERED: lazy("Your question was answered"),
    NoticeKind.QUESTION_PROMISED: lazy("Somebody promised to answer your question"),
    NoticeKind.QUESTION_CLOSED: lazy("Your question was closed without an answer"),
    NoticeKind.PROMISE_KEPT: lazy("A promise to you was kept"),
    NoticeKind.PROMISE_LATE: lazy("A promise that is late"),
    NoticeKind.YOUR_TURN: lazy("It is your turn for a word alone"),
    NoticeKind.BOOTH: lazy("A conversation in private"),
    NoticeKind.STAFF: lazy("Your part as a host"),
    NoticeKind.DECISION: lazy("A decision about something you wrote"),
    NoticeKind.APPEAL: lazy("What became of your appeal"),
    NoticeKind.PAGED: lazy("Somebody may be in danger: you are asked to look at once"),
    NoticeKind.FLAGGED: lazy("What came of something that you flagged"),
    NoticeKind.PASSED_ON: lazy("Something that a moderator passed on to you"),
    NoticeKind.TOPIC_REPLY: lazy("New replies in a topic that you follow"),
    NoticeKind.MENTION: lazy("Somebody mentioned you or replied to you in a forum"),
    NoticeKind.OFFICIAL_ANSWER: lazy("An officer answered in a topic that you follow"),
    NoticeKind.TOPIC_CHANGED: lazy("Your topic was moved, merged, split, locked or marked as solved"),
    NoticeKind.QUESTION_TO_TOPIC: lazy("Your question to a surgery may go on in the forum"),
    NoticeKind.DIGEST: lazy("What is new in what you follow, together in one email"),
    NoticeKind.ROUND_MOVED: lazy("Priorities of your neighbourhood: you can propose, vote or read the result"),
    NoticeKind.MERGE_ASKED: lazy("A proposal that you support was put together with another"),
    NoticeKind.PROPOSAL_DECIDED: lazy("What became of your proposal, or of one that you support"),
    NoticeKind.PANEL_ASKED: lazy("You are asked to sit on a panel that agrees on priorities"),
    NoticeKind.PRIORITY_NEWS: lazy("Something was done about a priority that you follow"),
    NoticeKind.REVIEW_ASKED: lazy("You are asked whether a priority got better"),
    NoticeKind.PRIORITY_LATE: lazy("A priority whose next update is late"),
    NoticeKind.PAPER_BALLOT: lazy("A paper ballot was given out in your name"),
}

CAN_WAIT = frozenset(
    {
        NoticeKind.QUESTION_MERGED,
        NoticeKind.QUESTION_ANSWERED,
        NoticeKind.QUESTION_PROMISED,
        NoticeKind.QUESTION_CLOSED,
        NoticeKind.PROMISE_KEPT,
        NoticeKind.PROMISE_LATE,
        NoticeKind.DECISION,
        NoticeKind.APPEAL,
        NoticeKind.FLAGGED,
        NoticeKind.TOPIC_REPLY,
        NoticeKind.MENTION,
        NoticeKind.OFFICIAL_ANSWER,
        NoticeKind.TOPIC_CHANGED,
        NoticeKind.QUESTION_TO_TOPIC,
        NoticeKind.ROUND_MOVED,
        NoticeKind.MERGE_ASKED,
        NoticeKind.PROPOSAL_DECIDED,
        NoticeKind.PANEL_ASKED,
        NoticeKind.PRIORITY_NEWS,
        NoticeKind.REVIEW_ASKED,
        NoticeKind.PRIORITY_LATE,
        NoticeKind.PAPER_BALLOT,
    }
)
"""Kinds that leave after a person's quiet hours, unless one of them is urgent."""
BUDGETED = frozenset(
    {
        NoticeKind.PROMISE_KEPT,
        NoticeKind.PROMISE_LATE,
        NoticeKind.TOPIC_REPLY,
        NoticeKind.MENTION,
        NoticeKind.OFFICIAL_ANSWER,
        NoticeKind.TOPIC_CHANGED,
        NoticeKind.QUESTION_TO_TOPIC,
    }
)
"""What forums tell: the mails of these kinds and the digest together are never more a day than a person's budget. What
is over it comes in the digest, if that says it, and else on a day that has room."""
FOR_HOSTS = frozenset(
    {
        NoticeKind.PROMISE_LATE,
        NoticeKind.STAFF,
        NoticeKind.PAGED,
        NoticeKind.PASSED_ON,
        NoticeKind.PRIORITY_LATE,
    }
)
"""Kinds that nobody but staff and guest hosts is told of."""
