"""What stands below a paragraph's words: who wanted it, what came of it. By the rows as they are now."""

from collections.abc import Callable
from datetime import date
from typing import Any

from babel.dates import format_date

from foundation import language
from foundation.language import _, ngettext
from rooms.minutes.kinds import ItemKind
from rooms.promises.models import PromiseState

JSON = dict[str, Any]


def outcome_lines(item: JSON) -> list[str]:
    """The sentences, none for a kind that needs none."""
    tell = _LINES.get(item["kind"])
    return tell(item) if tell and item["standing"] == "shown" else []


def _question(item: JSON) -> list[str]:
    lines = []
    if item["wanted"]:
        n = item["wanted"]
        lines.append(
            ngettext("%(n)s more person wanted this answered.", "%(n)s more people wanted this answered.", n) % {"n": n}
        )
    if item["reason"]:
        lines.append(_("Closed without an answer. The reason given: %(reason)s", reason=item["reason"]))
    return lines


def _promise(item: JSON) -> list[str]:
    lines = [_("%(owner)s, by %(day)s.", owner=item["owner"], day=_day(item["due_on"]))]
    if item["state"] == PromiseState.KEPT:
        lines.append(_("Kept: %(outcome)s", outcome=item["outcome"]) if item["outcome"] else _("Kept."))
    if item["state"] == PromiseState.WITHDRAWN:
        lines.append(_("Could not be kept: %(reason)s", reason=item["outcome"] or ""))
    return lines


def _poll(item: JSON) -> list[str]:
    lines = [f"{option}: {count}" for option, count in zip(item["options"], item["counts"], strict=True)]
    paper = sum(item["paper"])
    if paper:
        lines.append(ngettext("%(n)s of them on paper.", "%(n)s of them on paper.", paper) % {"n": paper})
    return lines


_LINES: dict[str, Callable[[JSON], list[str]]] = {
    ItemKind.QUESTION: _question,
    ItemKind.PROMISE: _promise,
    ItemKind.POLL: _poll,
}


def _day(due_on: str) -> str:
    return format_date(date.fromisoformat(due_on), "d MMMM y", locale=language.current())
