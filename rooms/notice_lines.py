"""The log's lines without anybody's words, as people read them."""

from collections.abc import Callable, Mapping
from typing import Any

from foundation.language import _
from rooms.booth.lines import BOOTH_LINES
from rooms.console import lines as console
from rooms.hosting.hosts_lines import LINES_OF_HOSTS
from rooms.models import Mode
from rooms.polls import lines as polls
from rooms.questions import lines as questions
from rooms.surgeries.lines import LINES_OF_SURGERIES

JSON = dict[str, Any]

LINES: Mapping[str, Callable[[JSON], str]] = {
    **BOOTH_LINES,
    "notice_pinned": console.pinned_line,
    "notice_unpinned": console.unpinned_line,
    "moment_marked": console.moment_line,
    "poll_opened": polls.opened_line,
    "poll_closed": polls.closed_line,
    "poll_withdrawn": polls.withdrawn_line,
    **questions.LINES,
    **LINES_OF_SURGERIES,
    **LINES_OF_HOSTS,
}
"""What features add: the sentence of a kind of entry, from its `data` as the log serves it."""


def notice_sentence(kind: str, data: JSON) -> str:
    """What a line of the log without words says to people; empty for a kind that is not shown."""
    if kind == "mode_changed":
        return _mode_sentence(Mode(data["mode"]), data["seconds"])
    sentences = {
        "surgery_opened": _("The surgery is open."),
        "surgery_closed": _("The surgery is closed."),
        "host_late": _("The host is late. You can put your questions already."),
        "host_absent": _("No host has come yet. Your questions are kept, and the team will see them."),
    }
    if kind in LINES:
        return LINES[kind](data)
    return sentences.get(kind, "")


def _mode_sentence(mode: Mode, seconds: int | None) -> str:
    sentences = {
        Mode.OPEN: _("Everybody can write."),
        Mode.NEWCOMERS: _("A moderator reads the first message of everybody who is new."),
        Mode.PREMODERATED: _("A moderator reads each message before it is shown."),
        Mode.SLOW: _("Slow mode: wait %(seconds)s seconds between messages.", seconds=seconds),
        Mode.LOCKED: _("The hosts have paused the conversation. You can go on reading."),
    }
    return sentences[mode]
