"""What the author of a thing is told when something is decided about it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from foundation.language import Lazy, _, lazy
from moderation.appeals.appealable import AGAINST, DAYS
from moderation.community_rules import find_clause
from moderation.content import CONDUCT, Content, Tell
from moderation.decisions.ruling import KEEPING_OUT, TAKING_DOWN, Action
from moderation.people.content import AVATAR, NAME
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from notices.taking_back_service import take_back

JSON = dict[str, Any]

DONE: Final[Mapping[str, Lazy]] = {
    Action.APPROVE: lazy("What you wrote was read and is shown."),
    Action.HIDE: lazy("What you wrote was taken down."),
    Action.HIDE_AND_WARN: lazy("What you wrote was taken down, and this is a warning."),
    Action.WARN: lazy("This is a warning about what you wrote. It stays where it is."),
    Action.EDIT: lazy("A moderator changed what you wrote. It is marked as changed by staff."),
    Action.SILENCE: lazy("What you wrote was taken down, and for a time you can’t write there."),
    Action.REMOVE: lazy("What you wrote was taken down, and you were removed."),
    Action.LOCK: lazy("Nobody but staff can write any more where you wrote."),
    Action.ESCALATE: lazy("What you wrote was passed on to somebody else to decide."),
    Action.NONE: lazy("Somebody asked us to look at what you wrote. Nothing was done."),
    Action.REJECT: lazy("What you wrote was read and is not shown."),
    Action.RESTORE: lazy("What you wrote is shown again."),
    Action.UNDO: lazy("An earlier decision about what you wrote was taken back."),
    Action.OVERTURN: lazy("An earlier decision about what you wrote was wrong, and was overturned."),
    Action.SILENCE_PERSON: lazy("You can read in a surgery, but not write there for now."),
    Action.REMOVE_PERSON: lazy("You were removed from a surgery."),
    Action.READMIT: lazy("You can come back and write again where you were silenced or removed."),
}
"""What each decision did, as its author reads it."""
_NAME_DOWN: Final = lazy("Your name was taken down. You are shown under a number until you choose another.")
_PICTURE_DOWN: Final = lazy("Your picture was taken down. You are shown with a plain one until you choose another.")
_OF_PEOPLE: Final[Mapping[tuple[str, str], Lazy]] = {
    **{(NAME, action): _NAME_DOWN for action in (Action.HIDE, Action.HIDE_AND_WARN)},
    **{(AVATAR, action): _PICTURE_DOWN for action in (Action.HIDE, Action.HIDE_AND_WARN)},
    (NAME, Action.WARN): lazy("This is a warning about your name. You keep it."),
    (AVATAR, Action.WARN): lazy("This is a warning about your picture. You keep it."),
    (NAME, Action.RESTORE): lazy("You are shown under your name again."),
    (AVATAR, Action.RESTORE): lazy("You are shown with your picture again."),
    (CONDUCT, Action.UNDO): lazy("An earlier decision about you was taken back."),
    (CONDUCT, Action.OVERTURN): lazy("An earlier decision about you was wrong, and was overturned."),
}
"""The same where it is about a name or a picture, which nobody wrote, or about how somebody behaves."""
_OF_EDIT: Final[Mapping[str, Lazy]] = {
    Action.HIDE: lazy("The change that you made was read and is not shown. What stood there before stays."),
    Action.HIDE_AND_WARN: lazy("The change that you made was read and is not shown, and this is a warning."),
    Action.SILENCE: lazy("The change that you made is not shown, and for a time you can’t write there."),
    Action.REMOVE: lazy("The change that you made is not shown, and you were removed."),
    Action.REJECT: lazy("The change that you made was read and is not shown. What stood there before stays."),
}
"""The same where a change was refused, and nothing else."""


def done(decision: JSON) -> str:
    """What a decision did, in words for its author."""
    action = decision["action"]
    if decision["of_edit"] and action in _OF_EDIT:
        return str(_OF_EDIT[action])
    return str(_OF_PEOPLE.get((decision["target_type"], action), DONE[action]))


_OUT: Final = {Action.SILENCE, Action.REMOVE, *KEEPING_OUT}
_TOLD: Final = TAKING_DOWN | {Action.WARN, Action.EDIT, Action.RESTORE, Action.UNDO, Action.READMIT, *KEEPING_OUT}
"""What the author gets a notice of. What is shown at last they see; an appeal's end is told by the appeal."""


def key_of(decision: str) -> str:
    """What the notice of a decision is known by."""
    return f"decision.{decision}"


def page_of(decision: str) -> str:
    """Where its author reads all about a decision."""
    return f"/decisions/{decision}"


async def tell_author(content: Content, decision: JSON, before: JSON | None = None) -> list[Tell]:
    """Tell whoever wrote a thing what was decided about it; gives what to do after the commit. Inside a transaction.

    `before` is the decision that this one takes the place of: what was told of it is so no more.
    """
    author = content.author_id
    if author is None or author == decision["actor_id"] or decision["action"] not in _TOLD:
        return []
    if before is not None:
        if before["action"] not in _TOLD | {Action.APPROVE}:
            return []
        await take_back(author, key_of(before["id"]))
    await notify(
        author, NoticeKind.DECISION, _sentence(decision), page_of(decision["id"]), key=key_of(decision["id"])
    )  # fmt: skip
    return [noticed(author)]


def _ended(sentence: str) -> str:
    """With a full stop, for another one follows it."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _sentence(decision: JSON) -> Callable[[], str]:
    """What was done, by which rule and why, and what they can do, in the reader's language."""

    def said() -> str:
        parts = [done(decision)]
        if decision["actor_role"] is None:
            parts.append(_("A rule did this, and no person has read it yet."))
        if clause := find_clause(decision["clause"]):
            parts.append(_("The rule is “%(rule)s”.", rule=str(clause.title)))
        if decision["reason"]:
            parts.append(_ended(_("The reason given: %(reason)s", reason=decision["reason"])))
        if decision["action"] in AGAINST:
            parts.append(_("If you think this is wrong, you can appeal within %(days)s days.", days=DAYS))
        if decision["action"] in _OUT:
            parts.append(_("If you need the police, call 101, or 999 in an emergency. Nothing here changes that."))
        return " ".join(parts)

    return said
