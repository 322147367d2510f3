"""The link in a mail that ends mails of its kind for one person. Whoever has it may: it is their mail."""

from foundation.ids import is_id
from foundation.mail.unsubscribing import PATH, is_signed
from foundation.settings import Settings
from notices.kinds import NoticeKind


def path_of(person: str, kind: NoticeKind) -> str:
    """The link's path, without the signature that it gets as the mail leaves."""
    return f"{PATH}{person}/{kind}"


def read_link(settings: Settings, person: str, kind: str, signature: str) -> NoticeKind | None:
    """What a link is about, or None where we did not make it."""
    known = is_id(person) and kind in set(NoticeKind)
    signed = known and is_signed(settings, path_of(person, NoticeKind(kind)), signature)
    return NoticeKind(kind) if signed else None
