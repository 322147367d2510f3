"""The words of a paper ballot, in both languages at once: who gets one may read either."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import LANGUAGES, _, ngettext, speaking
from priorities.ballots.hours import closing_said
from priorities.methods import POINTS, Method

JSON = dict[str, Any]


@dataclass(frozen=True)
class PaperWords:
    """What a slip says in one language: `mark` is how it is filled in, `keep` and `check` stand on its tear-off."""

    language: str
    title: str
    mark: str
    secret: str
    hand_in: str
    slip: str
    receipt: str
    keep: str
    check: str
    taken_down: str


def paper_words(row: JSON, address: str, zone: ZoneInfo) -> list[PaperWords]:
    """The same in each language, for a round (its row); `address` is where receipts are looked up."""
    return [_words(language, row, address, zone) for language in LANGUAGES]


def _words(language: str, row: JSON, address: str, zone: ZoneInfo) -> PaperWords:
    with speaking(language):
        return PaperWords(
            language=language,
            title=_("Paper ballot"),
            mark=_how_to_mark(row),
            secret=_("Nobody may watch you or ask you what you chose. Do not write your name on it."),
            hand_in=_("Fold it and hand it in by %(then)s.", then=closing_said(row, zone)),
            slip=_("Slip"),
            receipt=_("Receipt"),
            keep=_("Tear this part off and keep it."),
            check=_(
                "When the vote is closed, look for this receipt at %(address)s. It shows that your slip was counted,"
                " and nothing of what you chose.",
                address=address.partition("://")[2] or address,
            ),
            taken_down=_("This one was taken down. It can’t be chosen."),
        )


def _how_to_mark(row: JSON) -> str:
    if row["method"] == Method.POINTS:
        return _("Spread up to %(points)s points: write a number beside each one that you want.", points=POINTS)
    if row["method"] == Method.RANKING:
        return ngettext(
            "Write 1 beside the one that matters most to you.",
            "Write 1 beside what matters most to you, then 2 and so on, up to %(n)s.",
            int(row["pick"]),
        )
    return ngettext("Put a cross beside the one you want.", "Put a cross beside up to %(n)s.", int(row["pick"]))
