"""A canned answer as somebody wants it, checked."""

from dataclasses import dataclass

from foundation.cleaning import cleaned_line
from foundation.errors import FieldError, Invalid
from foundation.language import _
from foundation.text import MAX_LENGTH, clean_text
from rooms.console.canned_variables import unknown_in
from rooms.one_line import line_errors

_LONGEST_TITLE = 80
_LONGEST = MAX_LENGTH // 2
"""Characters: what its variables stand for must still fit into an answer."""


@dataclass(frozen=True)
class CannedDraft:
    """`shared`: for everybody of the force."""

    title: str
    body: str
    shared: bool = False


def check_canned(draft: CannedDraft) -> CannedDraft:
    """The draft with its texts cleaned; raises Invalid with every field that is wrong."""
    title, body = cleaned_line(draft.title), clean_text(draft.body[: MAX_LENGTH + 1])
    wrong = [
        *line_errors("title", title, _LONGEST_TITLE, needed=_("Give it a title by which you find it again.")),
        *_body_errors(body),
    ]
    if wrong:
        raise Invalid(" ".join(error.message for error in wrong), fields=wrong)
    return CannedDraft(title, body, draft.shared)


def _body_errors(body: str) -> list[FieldError]:
    if not body:
        return [FieldError("body", _("Write the answer."))]
    if len(body) > _LONGEST:
        return [FieldError("body", _("Use at most %(most)s characters.", most=_LONGEST))]
    if unknown := unknown_in(body):
        named = ", ".join(dict.fromkeys(unknown))
        return [FieldError("body", _("The service can’t fill these in: %(named)s. Choose from the list.", named=named))]
    return []
