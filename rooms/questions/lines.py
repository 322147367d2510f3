"""What the log's lines about questions and promises say to people; empty for what is not shown."""

from collections.abc import Callable, Mapping
from typing import Any

from foundation.language import _
from foundation.pages import named_day

JSON = dict[str, Any]


def _picked(data: JSON) -> str:
    return _("Now answering: %(words)s", words=data["excerpt"]) if data.get("excerpt") else ""


def _marked(data: JSON) -> str:
    return _("Marked as answered: %(words)s", words=data["excerpt"]) if data.get("excerpt") else ""


def _reopened(data: JSON) -> str:
    return _("Waiting for an answer again: %(words)s", words=data["excerpt"]) if data.get("excerpt") else ""


def _closed(data: JSON) -> str:
    if not data.get("excerpt"):
        return ""
    words, reason = data["excerpt"], data.get("reason")
    if not reason:
        return _("Closed without an answer: %(words)s", words=words)
    return _("Closed without an answer: %(words)s The reason given: %(reason)s", words=words, reason=reason)


def _promised(data: JSON) -> str:
    promise = data.get("promise")
    if not promise or not promise["owner"] or not data.get("excerpt"):
        return ""
    words, owner, day = data["excerpt"], promise["owner"], named_day(promise["due_on"])
    return _("%(owner)s will answer by %(day)s: %(words)s", owner=owner, day=day, words=words)


def _kept(data: JSON) -> str:
    promise = data.get("promise") or {}
    return _("A promise was kept: %(outcome)s", outcome=promise["outcome"]) if promise.get("outcome") else ""


def _withdrawn(data: JSON) -> str:
    promise = data.get("promise") or {}
    return _("A promise can’t be kept: %(outcome)s", outcome=promise["outcome"]) if promise.get("outcome") else ""


LINES: Mapping[str, Callable[[JSON], str]] = {
    "question_picked": _picked,
    "question_marked": _marked,
    "question_reopened": _reopened,
    "question_closed": _closed,
    "question_promised": _promised,
    "question_merged": lambda _data: _("Two questions that are alike were put together."),
    "question_unmerged": lambda _data: _("A question stands for itself again."),
    "promise_kept": _kept,
    "promise_withdrawn": _withdrawn,
}
