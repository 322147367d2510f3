"""`bluelamp rules`: says whether rules can be used, before they are."""

from pathlib import Path

import click

from foundation.environment import BadSetting
from moderation.screening_rules.files import read_files
from moderation.screening_rules.rule_set import RuleSet


def try_rules(file: Path | None) -> int:
    """Print the rules that would be in use with this file, in the order in which they are tried; 1 if it is bad."""
    try:
        rules = RuleSet(read_files(file))
    except BadSetting as bad:
        click.echo(f"bad  {bad}")
        return 1
    for rule in rules.rules:
        click.echo(f"{rule.id:<20} {rule.version:>3}  {rule.action:<6} {rule.kind:<14} {rule.purpose}")
    click.echo(f"ok   {len(rules.rules)} rules: {rules.id()}")
    return 0
