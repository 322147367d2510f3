"""What happens to a text: by whom it was written, and whether they were warned."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation import language
from moderation.screening import Action, Context, screen
from moderation.screening_rules import RULES

NAMES = Path(__file__).parents[2].parent / "shared" / "data" / "national" / "neighbourhoods.csv"
TRUSTED = Context(trusted=True)
CONFIRMED = Context(confirmed=True)
PHONE = "Ring me on 07700 900123"
INSULT = "You wanker"
KNIFE = "he has a knife"


def test_rosa_is_warned_of_a_phone_number_and_told_what_and_how_to_mend_it() -> None:
    verdict = screen(PHONE)
    assert verdict.action is Action.WARN
    assert "07700 900123" in verdict.reason
    assert "Take it out" in verdict.reason


def test_rosa_sends_the_phone_number_all_the_same_and_it_is_held() -> None:
    verdict = screen(PHONE, CONFIRMED)
    assert verdict.action is Action.HOLD
    assert "moderator" in verdict.reason


def test_amir_insults_somebody_and_is_held_at_once() -> None:
    verdict = screen(INSULT)
    assert (verdict.action, verdict.emergency) == (Action.HOLD, False)
    assert "wanker" in verdict.reason


def test_an_officer_is_warned_and_never_held() -> None:
    for text in (PHONE, INSULT, f"{KNIFE}, {PHONE}"):
        assert screen(text, TRUSTED).action is Action.WARN
        assert screen(text, Context(trusted=True, confirmed=True)).action is Action.ALLOW


def test_an_emergency_alone_is_posted_with_999_shown() -> None:
    verdict = screen(KNIFE)
    assert (verdict.action, verdict.emergency, verdict.held) == (Action.PAGE, True, False)
    assert verdict.reason == ""


@pytest.mark.parametrize("text", [f"{KNIFE}. {PHONE}", f"{KNIFE}. {INSULT}"])
def test_an_emergency_with_another_hit_is_held_without_a_warning_and_staff_are_called(text: str) -> None:
    verdict = screen(text)
    assert (verdict.action, verdict.emergency, verdict.held) == (Action.PAGE, True, True)


def test_a_clean_text_has_no_reason() -> None:
    verdict = screen("Will there be more patrols by the school?")
    assert (verdict.action, verdict.hits, verdict.reason) == (Action.ALLOW, (), "")


def test_each_hit_names_its_rule_and_points_into_the_text_as_it_was_written() -> None:
    text = "Oi, ｗ４\u200bnker! It's 07700 900123."
    hits = {hit.rule: text[hit.start : hit.end] for hit in screen(text).hits}
    assert hits == {"abuse.word": "ｗ４\u200bnker", "phone.number": "07700 900123"}


def test_every_rule_has_an_id_of_its_own_and_a_version() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.version >= 1 for rule in RULES)


def test_the_reason_is_short_however_much_was_found() -> None:
    assert len(screen(" ".join(f"07700 9001{n:02}" for n in range(90))).reason) < 400


def test_a_welsh_reader_reads_the_reason_in_welsh() -> None:
    english = screen(INSULT).reason
    with language.speaking("cy"):
        assert screen(INSULT).reason != english


@pytest.mark.skipif(not NAMES.exists(), reason=f"the names of all neighbourhoods are not here ({NAMES})")
def test_no_neighbourhood_of_the_country_is_held_for_its_name() -> None:
    with NAMES.open(encoding="utf-8") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    assert len(names) > 4000, "must be the whole country for this to mean anything"
    shown = [form(name) for name in names for form in (str, str.upper, str.lower)]
    assert [name for name in shown if screen(f"Is there a surgery in {name} this week?").hits] == []


@given(st.text())
def test_any_text_is_screened_and_every_hit_lies_in_it(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in screen(text).hits)


@given(st.text(alphabet="a0o17 .+-@*\n'é\u200b\u0301ﬁ", max_size=200))
def test_hits_lie_in_texts_of_digits_and_signs(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in screen(text).hits)


@pytest.mark.parametrize(
    "piece",
    ["\u200b", "a\u0301", "07700 900123 ", "0 ", "w*", "if he has a knife and ", "12 CF10 1AA ", "a@", "1 ", "o"],
)
def test_a_wall_of_anything_takes_time_in_step_with_its_length(piece: str) -> None:
    """Ten times the text may take thirty times as long (machines stutter), not a hundred."""
    short, long = (_seconds(piece * (length // len(piece))) for length in (10_000, 100_000))
    assert long < max(short, 0.001) * 30


def _seconds(text: str) -> float:
    best = 10.0
    for _attempt in range(2):
        start = time.thread_time()
        screen(text)
        best = min(best, time.thread_time() - start)
    return best
