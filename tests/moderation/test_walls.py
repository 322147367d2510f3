"""Walls of signs fill the screen and say nothing: their author is asked first. Signs in ordinary talk pass."""

import pytest

from moderation.items.kinds import Kind
from moderation.screening import Action, Context, kinds_of, screen

TABLE = """
+---------+---------------+
| Monday  | 10:00 - 12:00 |
| Tuesday | 10:00 - 12:00 |
| Friday  | 14:00 - 16:00 |
+---------+---------------+
""".strip()
AGENDA = "=== Agenda ===\n1. Bins ........ 5 min\n2. Bikes ....... 10 min\n3. Lights ...... 5 min\n=============="


@pytest.mark.parametrize(
    "wall",
    [
        "." * 4000, "@" * 500, "!" * 4000, "😀" * 4000, "😀 " * 300, ". " * 2000, "👨‍👩‍👧‍👦" * 500,
        "❤️" * 200, "🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 160,
        "█" * 1000, "░▒▓" * 200, "_" * 1000, "|" * 600, "…" * 300, "?!" * 200, "。" * 400,
        ("-" * 80 + "\n") * 6, "look at this " + "." * 2000,
    ],
    ids=lambda wall: wall[:4].encode("unicode_escape").decode(),
)  # fmt: skip
def test_a_wall_of_signs_is_asked_about_and_waits_when_it_is_sent_all_the_same(wall: str) -> None:
    verdict = screen(wall)
    assert Kind.FLOOD in kinds_of(verdict)
    assert verdict.action in (Action.WARN, Action.HOLD)
    assert screen(wall, Context(confirmed=True)).held


def test_its_author_is_asked_first() -> None:
    verdict = screen("." * 4000)
    assert (verdict.action, verdict.held) == (Action.WARN, False)
    assert "can’t be read" in verdict.reason
    assert screen("." * 4000, Context(trusted=True, confirmed=True)).action is Action.ALLOW, "staff answer for theirs"


@pytest.mark.parametrize(
    "heap",
    ["e" + "\u0301" * 12, "\ud800 e" + "\u0301" * 12, "Za\u0334\u0335\u0336\u0337l\u0334\u0335\u0336\u0337go" * 5],
    ids=["one letter", "beside half a character", "many letters"],
)
def test_marks_that_reach_into_other_lines_are_held_in_a_short_text_too(heap: str) -> None:
    assert screen(heap).held


@pytest.mark.parametrize(
    "text",
    [
        "?!?!", "....", "-" * 40, "-" * 120, "Noooooooooo!!!!!!!!!!!!!!!", "a" * 160, "😀😀😀😀😀 well done all 👏👏👏",
        "🚓" * 60, "AAAA" * 500,
        TABLE, "\n".join([TABLE] * 3), AGENDA, "*~" * 50 + " HAPPY BIRTHDAY " + "~*" * 50, "¯\\_(ツ)_/¯",
        "Ti\u00ea\u0301ng Vi\u00ea\u0323t", "שָׁלוֹם עֲלֵיכֶם", "ภาษาไทย ที่นี่", "नमस्ते, यहाँ सुरक्षा कैसी है?",
        "The lamp is out by no. 9 (the red door); who do I ring -- you, or the council?? " * 3,
    ],
    ids=lambda text: text[:8].encode("unicode_escape").decode(),
)  # fmt: skip
def test_signs_in_ordinary_talk_pass(text: str) -> None:
    assert Kind.FLOOD not in kinds_of(screen(text))
