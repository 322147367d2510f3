"""The rules and lists of one day, together."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping

from moderation.screening_rules.compiling import compile_rule
from moderation.screening_rules.declared import Block, read_rules
from moderation.screening_rules.faults import BadRules
from moderation.screening_rules.files import OWN, Files
from moderation.screening_rules.lists import Entry, Lists, read_list
from moderation.screening_rules.own_words import NO_WORDS, OwnWords
from moderation.screening_rules.rules import Rule


class RuleSet:
    """Rules in the order in which they are tried, made from files. Raises BadRules, and nothing is made."""

    def __init__(self, files: Files) -> None:
        self.files = dict(files)
        blocks, lists = _read(files)
        self.rules = tuple(sorted(_rules(blocks, lists), key=lambda rule: (rule.order, rule.id)))
        self.by_id: Mapping[str, Rule] = {rule.id: rule for rule in self.rules}
        self._ids: dict[OwnWords, str] = {}

    def content(self, words: OwnWords = NO_WORDS) -> str:
        """All of it as JSON, with a force's own words: the same rules give the same text."""
        own = {"held": sorted(words.held), "passed": sorted(words.passed)}
        return json.dumps({"files": self.files, "own": own}, sort_keys=True, ensure_ascii=False)

    def id(self, words: OwnWords = NO_WORDS) -> str:
        """The first sixteen characters of the digest of the content, in base32."""
        if words not in self._ids:
            digest = hashlib.sha256(self.content(words).encode("utf-8", "surrogatepass")).digest()
            self._ids = {words: base64.b32encode(digest).decode()[:16].lower()} | dict(list(self._ids.items())[:63])
        return self._ids[words]


def from_content(content: str) -> tuple[RuleSet, OwnWords]:
    """A rule set and a force's words, as `RuleSet.content` wrote them down."""
    kept = json.loads(content)
    own = kept["own"]
    return RuleSet(kept["files"]), OwnWords(tuple(own["held"]), tuple(own["passed"]))


def _read(files: Files) -> tuple[list[Block], Lists]:
    """The rules by id, a force's own in the place of ours with the same id, and lists likewise."""
    blocks: dict[str, Block] = {}
    lists: dict[str, list[Entry]] = {}
    for name in sorted(files, key=lambda name: name.startswith(OWN)):
        if name.endswith(".txt"):
            lists[name.rpartition("/")[2].removesuffix(".txt")] = read_list(name, files[name])
            continue
        found, own_lists = read_rules(name, files[name])
        for block in found:
            _check_new(block, blocks.get(block.rule.id))
            blocks[block.rule.id] = block
        lists |= {key: _entries(name, files[name], values) for key, values in own_lists.items()}
    return list(blocks.values()), Lists(lists)


def _check_new(block: Block, before: Block | None) -> None:
    if before is not None and before.file == block.file:
        raise block.fault(f"there are two rules {block.rule.id}", block.rule.id)


def _entries(file: str, text: str, values: list[str]) -> list[Entry]:
    lines = text.splitlines()
    return [Entry(value, file, _line(lines, value)) for value in values]


def _line(lines: list[str], value: str) -> int:
    forms = (value, value.replace("\\", "\\\\"))
    return next((at for at, line in enumerate(lines, 1) if any(form in line for form in forms)), 1)


def _rules(blocks: list[Block], lists: Lists) -> Iterator[Rule]:
    for block in blocks:
        rule = block.rule
        if rule.off:
            continue
        try:
            find = compile_rule(block, lists)
        except KeyError as missing:
            raise block.fault(f"there is no list {missing.args[0]!r}") from None
        yield Rule(rule.id, rule.version, rule.kind, rule.action, rule.order, rule.purpose.strip(), find)


__all__ = ["BadRules", "RuleSet", "from_content"]
