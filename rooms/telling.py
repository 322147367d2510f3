"""What entries of the log say of polls, promises and the like: read from their own rows, each time anew.

An entry (`room_log_entry`) keeps only `subject_id`, so that what is taken down later is gone from the log as well.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from typing import Any

from rooms.booth.telling import told_of_officers
from rooms.console.telling import told_of_moments, told_of_pins
from rooms.hosting.hosts_telling import HOST_CHANGES, told_of_hosts
from rooms.polls.telling import told_of_polls
from rooms.questions.telling import QUESTION_KINDS, told_of_promises, told_of_questions
from rooms.running_log.telling import told_of_entries
from rooms.surgeries.telling import CHANGES, told_of_surgeries

JSON = dict[str, Any]
Teller = Callable[[Collection[str]], Awaitable[Mapping[str, JSON]]]
"""Takes the ids of subjects, gives what may be said of each now, by its id."""

TELLERS: Mapping[str, Teller] = {
    **dict.fromkeys(("officer_joined", "officer_left"), told_of_officers),
    **dict.fromkeys(("notice_pinned", "notice_unpinned"), told_of_pins),
    **dict.fromkeys(("moment_marked", "moment_withdrawn"), told_of_moments),
    **dict.fromkeys(("poll_opened", "poll_closed", "poll_withdrawn"), told_of_polls),
    **dict.fromkeys(("entry_added", "entry_changed", "entry_hidden"), told_of_entries),
    **dict.fromkeys(CHANGES, told_of_surgeries),
    **dict.fromkeys(HOST_CHANGES, told_of_hosts),
    **dict.fromkeys(QUESTION_KINDS, told_of_questions),
    **dict.fromkeys(("promise_kept", "promise_withdrawn"), told_of_promises),
}
"""Who tells of a kind of entry."""


async def told_by_subject(entries: Iterable[tuple[str, str | None]]) -> dict[str, JSON]:
    """What may be said now of each subject, from the kinds of entries and the ids of their subjects."""
    wanted: defaultdict[Teller, set[str]] = defaultdict(set)
    for kind, subject in entries:
        if subject is not None and kind in TELLERS:
            wanted[TELLERS[kind]].add(subject)
    told: dict[str, JSON] = {}
    for tell, subjects in wanted.items():
        told |= await tell(subjects)
    return told
