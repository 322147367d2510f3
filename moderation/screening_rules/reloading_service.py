"""Taking changed rules into use while the server runs. What can't be used is logged, and the rules of before stay."""

import asyncio
from pathlib import Path

import structlog

from moderation.screening_rules.faults import BadRules
from moderation.screening_rules.in_use import own_file, reload_rules, rules_in_use

log = structlog.get_logger("rules")
_seen: dict[Path, tuple[int, int]] = {}
"""When a force's own file was last looked at: what it was then, changed at and bytes."""


async def reload() -> bool:
    """Read the rules again; whether others are in use now. Never raises: a bad file is named in the log."""
    try:
        changed = await asyncio.to_thread(reload_rules)
    except BadRules as bad:
        log.error("rules_refused", file=bad.file, line=bad.line, why=bad.why, advice="the rules of before stay in use")
        return False
    if changed:
        log.info("rules_changed", rule_set=rules_in_use().id())
    return changed


async def reload_if_changed() -> bool:
    """The same where a force's own file is another than when it was last looked at."""
    file = own_file()
    if file is None:
        return False
    now = await asyncio.to_thread(_stamp, file)
    before = _seen.setdefault(file, now)
    if now == before:
        return False
    _seen[file] = now
    return await reload()


def _stamp(file: Path) -> tuple[int, int]:
    try:
        stat = file.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
