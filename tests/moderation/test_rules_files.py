"""Rules as data: a bad file is refused by its line, and the rules of before stay."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from moderation.items.kinds import Kind
from moderation.screening import Action, kinds_of, rule_set_id, screen
from moderation.screening_rules.faults import BadRules
from moderation.screening_rules.files import read_files
from moderation.screening_rules.in_use import load_rules
from moderation.screening_rules.reloading_service import reload, reload_if_changed
from moderation.screening_rules.rule_set import RuleSet
from server.cli import main

GOOD = """
[[rule]]
id = "estate.nickname"
version = 1
kind = "abuse"
action = "hold"
order = 24
purpose = "Holds the name that the estate is called by those who look down on it."
words = "estates"

[[rule]]
id = "bets.offered"
version = 1
kind = "link"
action = "warn"
order = 61
purpose = "Asks before somebody offers bets."
patterns = ['free (?:bets|spins)', 'odds of [0-9]+ to [0-9]+']

[lists]
estates = ["the snakepit"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "own.toml"
    load_rules(None)


def refusal(file: Path, text: str) -> BadRules:
    file.write_text(text, "utf-8")
    with pytest.raises(BadRules) as refused:
        RuleSet(read_files(file))
    return refused.value


def line_of(text: str, words: str) -> int:
    return next(at for at, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_force_has_rules_and_lists_of_its_own(file: Path) -> None:
    before = rule_set_id()
    file.write_text(GOOD, "utf-8")
    load_rules(file)
    assert kinds_of(screen("Down the Snake.. no, the SNAKEP1T")) == [Kind.ABUSE]
    assert screen("Free spins tonight!").action is Action.WARN
    assert screen("wanker").held, "those that come with Bluelamp stand beside them"
    assert rule_set_id() != before


def test_a_rule_of_the_force_takes_the_place_of_ours_or_puts_it_out(file: Path) -> None:
    file.write_text(GOOD.replace("estate.nickname", "abuse.word") + 'abuse = ["gutter"]\n', "utf-8")
    load_rules(file)
    assert screen("the snakepit").held
    assert not screen("wanker").held
    off = '[[rule]]\nid = "email.address"\nversion = 3\nkind = "personal_data"\naction = "warn"\norder = 1\n'
    file.write_text(off + 'purpose = "We publish addresses."\noff = true\n', "utf-8")
    load_rules(file)
    assert screen("rosa@example.org").action is Action.ALLOW


BAD = {
    "a pattern": (GOOD.replace("'free (?:bets|spins)'", "\n  'fine',\n  'free (?:bets|spins'"), "'free (?:bets"),
    "a list that is none": (GOOD.replace('words = "estates"', 'words = "estate"'), 'words = "estate"'),
    "a finder that is none": (GOOD.replace('words = "estates"', 'find = "oracle"'), 'find = "oracle"'),
    "an action that is none": (GOOD.replace('"hold"', '"ban"'), "[[rule]]"),
    "a member that is none": (GOOD.replace("order = 24", "order = 24\nregex = 'x'"), "[[rule]]"),
    "no TOML": (GOOD.replace("version = 1\nkind = \"link\"", "version = \nkind = \"link\""), "version = "),
    "two of one id": (GOOD.replace("bets.offered", "estate.nickname"), ""),
    "an id": (GOOD.replace("bets.offered", "Bets"), '"Bets"'),
    "nothing to look for": (GOOD.replace('words = "estates"\n', ""), "[[rule]]"),
    "no purpose": (GOOD.replace("Asks before somebody offers bets.", " "), 'purpose = " "'),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_named_with_its_line(file: Path, what: str) -> None:
    text, words = BAD[what]
    bad = refusal(file, text)
    assert bad.file == "own/own.toml"
    lines = [at for at, line in enumerate(text.splitlines(), 1) if line.startswith(words) or (words and words in line)]
    assert bad.line in (lines or range(10, 20)), str(bad)
    assert str(bad).startswith(f"own/own.toml, line {bad.line}: ")
    assert "\n" not in str(bad)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 600_000])
def test_what_is_no_text_or_far_too_long_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BadRules):
        load_rules(file)


def test_the_old_rules_stay_when_a_changed_file_is_bad(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    load_rules(file)
    assert not asyncio.run(reload_if_changed())
    good = rule_set_id()
    file.write_text(GOOD.replace("(?:bets", "(?:bets("), "utf-8")
    assert not asyncio.run(reload_if_changed())
    assert rule_set_id() == good
    assert screen("the snakepit").held
    file.write_text(GOOD.replace("the snakepit", "the gutter"), "utf-8")
    assert asyncio.run(reload_if_changed())
    assert screen("the gutter").held
    assert not asyncio.run(reload()), "nothing has changed since"


def test_an_operator_tries_a_file_before_it_is_used(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    well = CliRunner().invoke(main.commands["rules"], [str(file)])
    assert (well.exit_code, "estate.nickname" in well.output) == (0, True)
    file.write_text(BAD["a pattern"][0], "utf-8")
    ill = CliRunner().invoke(main.commands["rules"], [str(file)])
    assert ill.exit_code == 1
    assert f"own/own.toml, line {line_of(BAD['a pattern'][0], 'free (?')}: the pattern can't be read" in ill.output


def test_a_catastrophic_pattern_takes_no_longer_than_others(file: Path) -> None:
    file.write_text(GOOD.replace("'free (?:bets|spins)'", "'(a+)+b', '(x|x)*y', '(.*)*z'"), "utf-8")
    load_rules(file)
    assert screen("a" * 4000 + "x" * 4000).action is Action.ALLOW
    assert screen("a" * 4000 + "b").action is Action.WARN
