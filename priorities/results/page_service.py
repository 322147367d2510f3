"""The page of a result: drawn once for each of what it shows, since that changes rarely and is read by many."""

from typing import Any

from aiohttp import web
from jinja2.environment import TemplateModule

from foundation import language
from foundation.charts import chart_of
from foundation.keys import TEMPLATES
from priorities.results import naming
from priorities.results.kept import KEPT
from priorities.results.rows import OptionRow
from priorities.results.service import Result, beside_result

JSON = dict[str, Any]


async def drawn_result(app: web.Application, result: Result) -> str:
    """The HTML of a result, from bars to proofs: without the frame of the page, which is each reader’s own."""
    beside = await beside_result(result)
    key = (
        "page", result.row["id"], language.current(), result.row["title"], str(beside),
        *((option["taken_down"], option["title"]) for option in result.options),
    )  # fmt: skip

    async def draw() -> str:
        module: TemplateModule = app[TEMPLATES].get_template("priorities/results/counted.html").module
        html: str = module.counted(_context(result, beside))  # type: ignore[attr-defined]
        return html

    html: str = await app[KEPT].get(key, draw)
    return html


def _context(result: Result, beside: JSON) -> JSON:
    rows, row, counted = result.rows(), result.row, result.counted
    days = result.days()
    return {
        "id": row["id"],
        "round": row,
        "close": result.close,
        "points": result.points,
        "rows": rows,
        "most": max((each.votes for each in rows), default=0),
        "shares": counted["equal_shares"] is not None,
        "any_hidden": any(each.hidden or each.fallen for each in rows),
        "tiers": result.tiers(),
        "ties": result.ties(rows),
        "lots": result.lots(rows),
        "turnout": naming.turnout_sentence(counted["ballots"], row["quorum"]),
        "plain_sentence": naming.plain_sentence(row),
        "shares_sentence": naming.shares_sentence(row),
        "advice": naming.advice_name(counted["advice"]) if counted["equal_shares"] is not None else "",
        "advised": [each.title for each in rows if each.advised],
        "days": days,
        "by_day": chart_of([(day.mark, day.voted) for day in days]),
        "silent": _silent(beside["silent"]),
        "trend": beside["trend"],
        "over_rounds": chart_of([(str(number), each["ballots"]) for number, each in enumerate(beside["trend"], 1)]),
        "agreement": _agreed(beside["agreement"], rows),
    }


def _silent(cells: list[JSON]) -> list[JSON]:
    """How many of a hundred voted, the fewest first."""
    found = []
    for cell in cells:
        share = round(100 * cell["voted"] / cell["could"]) if cell["could"] else 0
        found.append(cell | {"share": share, "name": naming.age_name(cell["label"])})
    return sorted(found, key=lambda cell: cell["share"])


def _agreed(agreement: JSON | None, rows: list[OptionRow]) -> JSON | None:
    if agreement is None:
        return None
    titles = {each.id: each.title for each in rows}
    departs = set(agreement["agreed"]) != set(agreement["advised"])
    return {
        **agreement,
        "departs": departs,
        "titles": [titles[option] for option in agreement["agreed"] if option in titles],
    }
