"""The sentences an author reads when a text is not posted at once: what was found, and how to mend it."""

from collections.abc import Sequence

from foundation.language import _
from moderation.items.kinds import Kind
from moderation.screening_rules.hits import Hit

_SHOWN = 40
_MOST = 3


def reason_for(text: str, hits: Sequence[Hit], *, held: bool) -> str:
    """Plain sentences about these hits, for which the text waits, in the language of the request."""
    sentences = list(dict.fromkeys(_about(hit, _quoted(text, hit)) for hit in hits))
    return " ".join([*sentences[:_MOST], _what_next(hits, held)])


def _about(hit: Hit, words: str) -> str:
    found = {
        "phone": _("“%(words)s” looks like a phone number.", words=words),
        "email": _("“%(words)s” looks like an e-mail address.", words=words),
        "address": _("“%(words)s” looks like a home address.", words=words),
        "plate": _("“%(words)s” looks like a vehicle’s registration.", words=words),
        "insurance": _("“%(words)s” looks like a National Insurance number.", words=words),
        "card": _("“%(words)s” looks like the number of a bank card.", words=words),
        "account": _("“%(words)s” looks like a bank account.", words=words),
        "birth": _("“%(words)s” looks like a date of birth.", words=words),
    }
    return found.get(hit.rule.partition(".")[0]) or _of_kind(hit.kind, words)


def _of_kind(kind: Kind, words: str) -> str:
    found = {
        Kind.ABUSE: _("“%(words)s” can hurt people who read it.", words=words),
        Kind.PERSONAL_DATA: _("“%(words)s” looks like something private.", words=words),
        Kind.NAMES: _("“%(words)s” may name a suspect, a victim or a witness.", words=words),
        Kind.CHILD: _("“%(words)s” may name a child.", words=words),
        Kind.LINK: _("A link by somebody who is new here is checked first."),
        Kind.FLOOD: _("This says the same many times, or can’t be read."),
    }
    return found.get(kind) or _("“%(words)s” is checked first.", words=words)


def _what_next(found: Sequence[Hit], held: bool) -> str:
    personal = any(hit.kind is Kind.PERSONAL_DATA for hit in found)
    if not held and personal:
        return _("Everybody can read this. Take it out, or send it again as it is and a moderator will check it first.")
    if not held:
        return _("Please put it another way, or send it again as it is.")
    return _("A moderator will read it before anybody else can. To post it sooner, change that part and send it again.")


def _quoted(text: str, hit: Hit) -> str:
    words = " ".join(text[hit.start : hit.end].split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
