"""The rules in use in this process. They are changed as a whole, or not at all."""

from dataclasses import dataclass
from pathlib import Path

from moderation.screening_rules.files import read_files
from moderation.screening_rules.rule_set import RuleSet


@dataclass
class _InUse:
    own: Path | None = None
    rules: RuleSet | None = None


_in_use = _InUse()


def rules_in_use() -> RuleSet:
    """The rules of today."""
    return _in_use.rules or load_rules(_in_use.own)


def own_file() -> Path | None:
    """The force's own file that is in use."""
    return _in_use.own


def load_rules(own: Path | None) -> RuleSet:
    """Take what comes with Bluelamp and a force's own file into use. Raises BadRules, and what was in use stays."""
    files = read_files(own)
    if _in_use.rules is None or _in_use.rules.files != files:
        _in_use.rules = RuleSet(files)
    _in_use.own = own
    return _in_use.rules


def reload_rules() -> bool:
    """Read the files again; whether they were others. Raises BadRules, and what was in use stays."""
    before = _in_use.rules
    return load_rules(_in_use.own) is not before
