"""What somebody wants to propose, on its way from a form or a client to the service."""

from dataclasses import dataclass, field

from foundation.errors import Invalid
from foundation.language import _
from foundation.lengths import check_line, too_long
from foundation.official_marks import begins_as_mark, says_mark
from foundation.text import check_text
from priorities.proposals.places import JSON, Where, checked_where
from priorities.proposals.words import LONGEST_GROUP, LONGEST_LINE, LONGEST_TITLE

LONGEST_WHAT = 4000
"""Characters of what happens: more than anybody reads before a vote."""


@dataclass(frozen=True)
class NewProposal:
    """A proposal on its way. `client_id` is a UUID that the client made, so that sending twice is one proposal.

    `confirm`: its author was warned of something in it and sends it all the same. `pictures` are ids of what they
    uploaded.
    """

    client_id: str
    title: str
    what: str
    where: Where = field(default_factory=Where)
    times: str = ""
    affected: str = ""
    speaks_for: str = ""
    confirm: bool = False
    pictures: tuple[str, ...] = ()


async def checked_proposal(new: NewProposal, neighbourhood: str) -> JSON:
    """The columns of its words but `html`; raises Invalid with every field that is wrong."""
    wrong: list[Invalid] = []
    columns: JSON = {}
    for name, check in _CHECKS.items():
        try:
            columns[name] = check(getattr(new, name))
        except Invalid as refusal:
            wrong.append(refusal)
    try:
        columns |= await checked_where(new.where, neighbourhood)
    except Invalid as refusal:
        wrong.append(refusal)
    if len(wrong) > 1:
        raise Invalid(wrong[0].message, fields=[each for refusal in wrong for each in refusal.fields])
    if wrong:
        raise wrong[0]
    return columns


def _title(title: str) -> str:
    text = check_line(title, LONGEST_TITLE, "title")
    if not text:
        raise Invalid.at("title", _("Give your proposal a title, so that others understand it at once."))
    if begins_as_mark(text):
        sentence = _("Only this site marks what the police answered, and who is an officer. Begin the title otherwise.")
        raise Invalid.at("title", sentence)
    return text


def _what(what: str) -> str:
    if not what.strip():
        raise Invalid.at("what", _("Say what happens, so that others know what you mean."))
    if len(what) > LONGEST_WHAT:
        raise too_long(LONGEST_WHAT, "what")
    return check_text(what, "what")


def _group(speaks_for: str) -> str:
    text = check_line(speaks_for, LONGEST_GROUP, "speaks_for")
    if says_mark(text):
        raise Invalid.at("speaks_for", _("Only this site says who is an officer. Name your group otherwise."))
    return text


_CHECKS = {
    "title": _title,
    "what": _what,
    "times": lambda text: check_line(text, LONGEST_LINE, "times"),
    "affected": lambda text: check_line(text, LONGEST_LINE, "affected"),
    "speaks_for": _group,
}
