"""House rules that no linter knows, each a pattern with its reason. Prints `path:line: reason`; exit status 1."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Rule:
    """`pattern` is refused in files whose path matches `where`, but not in those that match `unless`."""

    reason: str
    where: str
    pattern: str
    unless: str = r"^$"


CODE = r"^(server|rooms|forums|priorities|moderation|notices|accounts|neighbourhoods|foundation)/.*\.py$"
TEMPLATES = r"^frontend/templates/.*\.(html|svg|txt|j2)$"
OURS = r"\.(py|html|css|scss|js|mjs|sh|toml|md|po)$"
VENDORED = r"^frontend/static/vendor/"

RULES = (
    Rule("people's text becomes HTML in foundation/text.py only: no |safe", TEMPLATES, r"\|\s*safe\b"),
    Rule("autoescape stays on", TEMPLATES, r"autoescape\s+false"),
    Rule("people's text becomes HTML in foundation/text.py only", CODE, r"\bMarkup\b", r"^foundation/text\.py$"),
    Rule("bleach stays behind foundation/text.py", r"\.py$", r"^\s*(import|from) bleach", r"^foundation/text\.py$"),
    Rule("scripts come from files: the CSP refuses inline ones", TEMPLATES, r"<script(?![^>]*\ssrc=)|javascript:"),
    Rule(
        "handlers belong in static/js: the CSP refuses them here",
        TEMPLATES,
        r"""\son[a-z]+\s*=\s*["'{]|["']on[a-z]+["']\s*:""",
    ),
    Rule(
        "styles belong in static/css: the CSP refuses them here",
        TEMPLATES,
        r"""<style|\sstyle\s*=\s*["'{]|["']style["']\s*:""",
    ),
    Rule("time comes from foundation.clock.now()", CODE, r"datetime\.(utc)?now\(", r"^foundation/clock\.py$"),
    Rule("it hides the types of a struct from msgspec", r"\.py$", r"^from __future__ import annotations"),
    Rule("say it in an issue, or do it now", OURS, r"\b(TODO|FIXME|XXX)\b", VENDORED + r"|^scripts/check_house\.py$"),
    Rule(
        "no host of a package registry and no path of a machine in a committed file",
        r".",
        r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)/|registry\.yarnpkg|deb\.debian\.org|(?<![\w.])/(work|root|home)/\w",
        r"\.gz$",
    ),
)
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}
POST_FORM = re.compile(r"<form\b[^>]*method=.?post.*?</form>", re.IGNORECASE | re.DOTALL)


def files() -> Iterator[tuple[str, str]]:
    """Path and text of every file that is committed or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    for path in filter(None, listed.stdout.split("\0")):
        try:
            yield path, (ROOT / path).read_text()
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue


def broken_rules(path: str, text: str) -> Iterator[str]:
    for rule in RULES:
        if not re.search(rule.where, path) or re.search(rule.unless, path):
            continue
        for found in re.finditer(rule.pattern, text, re.MULTILINE):
            yield f"{path}:{text.count(chr(10), 0, found.start()) + 1}: {rule.reason}"
    if VAGUE_NAMES & {*PurePath(path).with_suffix("").parts} and not re.search(VENDORED, path):
        yield f"{path}:1: name it for what it holds"
    if re.search(TEMPLATES, path):
        for form in POST_FORM.finditer(text):
            if "csrf" not in form.group():
                yield f"{path}:{text.count(chr(10), 0, form.start()) + 1}: a form that posts carries the CSRF token"


def main() -> int:
    complaints = [complaint for path, text in files() for complaint in broken_rules(path, text)]
    print(*complaints, sep="\n", end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
