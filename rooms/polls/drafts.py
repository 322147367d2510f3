"""A poll as somebody wants to hold it, checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from foundation.cleaning import cleaned_line
from foundation.errors import FieldError, Invalid
from foundation.language import _
from rooms.one_line import line_errors

FEWEST = 2
MOST = 6
LONGEST_QUESTION = 300
LONGEST_OPTION = 100


@dataclass(frozen=True)
class PollDraft:
    """A question and what can be picked."""

    question: str
    options: Sequence[str]


def check_poll(draft: PollDraft) -> PollDraft:
    """The draft with its texts cleaned and without empty options; raises Invalid with every field that is wrong."""
    question = cleaned_line(draft.question)
    options = [line for option in draft.options if (line := cleaned_line(option))]
    wrong = [
        *line_errors("question", question, LONGEST_QUESTION, needed=_("Write what you ask the room.")),
        *_options_errors(options),
    ]
    if wrong:
        raise Invalid(" ".join(dict.fromkeys(error.message for error in wrong)), fields=wrong)
    return PollDraft(question, options)


def _options_errors(options: Sequence[str]) -> list[FieldError]:
    if not FEWEST <= len(options) <= MOST:
        sentence = _("Give between %(fewest)s and %(most)s options.", fewest=FEWEST, most=MOST)
        return [FieldError("options", sentence)]
    if len({option.casefold() for option in options}) < len(options):
        return [FieldError("options", _("Two options are the same. Make them different."))]
    needed = _("An option needs a letter or a number.")
    return [error for option in options for error in line_errors("options", option, LONGEST_OPTION, needed=needed)]
