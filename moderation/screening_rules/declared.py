"""Rules as a file declares them, each with the lines that it stands on."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from moderation.items.kinds import Kind
from moderation.screening_rules.faults import BadRules
from moderation.screening_rules.rules import Action

_HEAD = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_LINE = re.compile(r" ?\(?at line (\d+).*", re.DOTALL)
_MEMBER = re.compile(r" - at `\$(?:\.rule\[(\d+)\])?.*", re.DOTALL)
_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")


class Declared(msgspec.Struct, forbid_unknown_fields=True):
    """One `[[rule]]`: what it is called, what follows from it, and one way in which it looks.

    `words` names a list of words and phrases that are found whole (`how`: or spelt out, or masked), but for those
    inside a phrase of the list `but_not`. `patterns` are RE2 patterns, or the name of a list of them, looked for `over`
    the plain text or the words of each sentence, but where one of `unless` is found near. `find` names a way that is
    code.
    """

    id: str
    version: int
    kind: Kind
    action: Action
    order: int
    purpose: str
    words: str = ""
    but_not: str = ""
    how: Literal["whole", "spelt", "masked"] = "whole"
    patterns: list[str] | str = []
    over: Literal["text", "sentences"] = "text"
    unless: list[str] | str = []
    find: str = ""
    off: bool = False


class _File(msgspec.Struct, forbid_unknown_fields=True):
    rule: list[Declared] = []
    lists: dict[str, list[str]] = {}


@dataclass(frozen=True)
class Block:
    """A rule with where it stands: `file`, `line` of its head (from 1) and its `lines`."""

    rule: Declared
    file: str
    line: int
    lines: tuple[str, ...]

    def fault(self, why: str, about: str = "") -> BadRules:
        """A fault of this rule, at the line that has the words `about`, or at its head."""
        forms = (f'"{about}"', f"'{about}'", about, about.replace("\\", "\\\\")) if about else ()
        found = (at for form in forms for at, line in enumerate(self.lines) if form in line)
        return BadRules(self.file, self.line + next(found, 0), why)


def read_rules(name: str, text: str) -> tuple[list[Block], dict[str, list[str]]]:
    """The rules of a file and the lists that stand in it; raises BadRules."""
    heads = [at for at, line in enumerate(text.splitlines()) if _HEAD.match(line)]
    try:
        file = msgspec.convert(_parsed(name, text), _File)
    except msgspec.ValidationError as error:
        raise BadRules(name, _line_of(str(error), heads), _MEMBER.sub("", str(error))) from None
    blocks = list(_blocks(name, text, file.rule, heads))
    for block in blocks:
        _check(block)
    return blocks, file.lists


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise BadRules(name, line, f"this is no sound TOML ({_LINE.sub('', str(error))})") from None


def _line_of(message: str, heads: list[int]) -> int:
    member = _MEMBER.search(message)
    number = int(member[1]) if member and member[1] else None
    return heads[number] + 1 if number is not None and number < len(heads) else 1


def _blocks(name: str, text: str, rules: list[Declared], heads: list[int]) -> Iterator[Block]:
    lines = text.splitlines()
    if len(heads) != len(rules):
        raise BadRules(name, 1, "begin each rule with [[rule]] on a line of its own")
    for rule, start, end in zip(rules, heads, [*heads[1:], len(lines)], strict=True):
        yield Block(rule, name, start + 1, tuple(lines[start:end]))


def _check(block: Block) -> None:
    rule = block.rule
    if not _ID.fullmatch(rule.id) or len(rule.id) > 64:
        raise block.fault(f"the id {rule.id!r} must be like abuse.word, 64 characters at most", "id")
    if rule.version < 1:
        raise block.fault("the version counts from 1", "version")
    if not rule.purpose.strip():
        raise block.fault("say in a sentence what the rule is for", "purpose")
    if sum(map(bool, (rule.words, rule.patterns, rule.find))) > 1 and not rule.find:
        raise block.fault("a rule has words or patterns, not both", "patterns")
    if not (rule.words or rule.patterns or rule.find or rule.off):
        raise block.fault("say what the rule looks for: words, patterns or find")
