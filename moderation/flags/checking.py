"""What a flag says, checked before anything is looked up."""

from dataclasses import dataclass

from foundation.errors import Invalid, NotAllowed
from foundation.language import _
from foundation.text import clean_text
from moderation.flags.reasons import ABOUT_SAFETY, FlagReason
from moderation.flags.records import Record

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class Said:
    """Why, and a note for the moderators. `revision`: of what was seen, None for the newest."""

    reason: FlagReason
    note: str = ""
    revision: int | None = None


def check_said(reason: str, note: str, revision: int | None = None) -> Said:
    """Raises Invalid for an unknown reason, and for a note over LONGEST_NOTE characters."""
    if reason not in tuple(FlagReason):
        raise Invalid.at("reason", _("Choose what is wrong with it."))
    if len(note) > LONGEST_NOTE:
        raise Invalid.at("note", _("Keep the note under %(most)s characters.", most=LONGEST_NOTE))
    return Said(FlagReason(reason), clean_text(note), revision)


def check_heard(record: Record, said: Said) -> None:
    """Raises NotAllowed for who was muted, but for a danger or a child: there every word is read."""
    if record.is_muted and said.reason not in ABOUT_SAFETY:
        raise NotAllowed(
            _(
                "You can’t flag for now. The reason given was: %(reason)s You can still tell us that somebody is in "
                "danger, or that a child is named.",
                reason=record.muted_reason,
            ),
            until=record.muted_until,
        )
