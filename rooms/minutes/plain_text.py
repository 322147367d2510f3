"""Published minutes as plain text, to read anywhere."""

from datetime import datetime
from textwrap import indent
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import _
from foundation.pages import local_date
from rooms.badge import with_badge
from rooms.minutes.kinds import ItemKind
from rooms.minutes.wording import outcome_lines

JSON = dict[str, Any]


def plain_text(minutes: JSON, starts: datetime, zone: ZoneInfo) -> str:
    """Title, place and day; then each paragraph below what it is, further in, so that nobody's words look like ours."""
    head = [_("Minutes: %(title)s", title=minutes["surgery"]["title"])]
    head.append(f"{minutes['neighbourhood_name']}, {local_date(starts, zone)}")
    published = local_date(datetime.fromisoformat(minutes["published_at"]), zone)
    head.append(_("Published on %(day)s.", day=published))
    if minutes["revised_at"]:
        head.append(_("Revised on %(day)s.", day=local_date(datetime.fromisoformat(minutes["revised_at"]), zone)))
    return "\n\n".join(["\n".join(head), *map(_paragraph, minutes["items"])]) + "\n"


def _paragraph(item: JSON) -> str:
    if item["standing"] == "redacted":
        return "[" + _("Something was left out here. The reason given: %(reason)s", reason=item["left_out"]) + "]"
    if item["standing"] == "withheld":
        return "[" + _("What stood here was taken down.") + "]"
    if item["kind"] in (ItemKind.MOMENT, ItemKind.HEADING):
        return f"== {' '.join(item['text'].split())} =="
    lines = [indent(item["text"], "    ", lambda _line: True), *map(_below, outcome_lines(item))]
    return "\n".join([_label(item), *lines])


def _below(line: str) -> str:
    """Further in on every line: what came of it is in somebody's own words too."""
    return indent(line, "  ", lambda _line: True)


def _label(item: JSON) -> str:
    labels = {
        ItemKind.QUESTION: _("Question"),
        ItemKind.ANSWER: _("Answer"),
        ItemKind.PROMISE: _("Promise"),
        ItemKind.POLL: _("Show of hands"),
        ItemKind.PARAGRAPH: _("Note"),
    }
    label = labels[item["kind"]]
    return f"{label}: {with_badge(item['by'])}" if item["by"] else label
