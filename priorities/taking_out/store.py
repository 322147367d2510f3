"""Reading and taking out words of every kind. Inside the caller’s transaction, with the round’s row locked."""

from typing import Any, Final

from tortoise.expressions import Q

from foundation.queries import Query
from priorities.agreeing.models import Agreement
from priorities.agreeing.panel_rows import without_words
from priorities.models import Phase, Round
from priorities.rounds.models import RoundTemplate
from priorities.taking_out.kinds import KINDS

JSON = dict[str, Any]
_PROPOSALS: Final = Query(
    """
    SELECT id, title FROM priority_proposal
    WHERE round_id = ? AND state IN ('published', 'merged', 'refused') ORDER BY id
    """
)
_CARD_ANEW: Final = Query("UPDATE priority_evidence_card SET version = version + 1 WHERE id = ?")
_OF_TEMPLATES: Final = ("id", "neighbourhood_id", "name", "settings")


async def proposals_read(round_id: str) -> dict[str, str]:
    """The titles of a round’s proposals that everybody reads, by their ids."""
    return {row["id"]: row["title"] for row in await _PROPOSALS.rows(round_id)}


async def words_of(kind: str, round_id: str, proposals: dict[str, str]) -> list[JSON]:
    """What there is of a kind: the columns of its rows, `id`, and `about` where it stands at a proposal that is read.

    What stands at two of them is there while one of them is read.
    """
    found = KINDS[kind]
    if found.about and not proposals:
        return []
    at: list[JSON] = [{f"{name}__in": list(proposals)} for name in found.about] or [{found.whose: round_id}]
    names = {"id", *found.columns, *found.about, *(("changes",) if kind == "agreement" else ())}
    there = found.model.filter(Q(*(Q(**each) for each in at), join_type=Q.OR))
    rows = await there.order_by("id").values(*names)
    return [row | {"about": next((row[name] for name in found.about if row[name] in proposals), None)} for row in rows]


async def set_words(kind: str, id_: str, columns: JSON) -> None:
    """Put these words in the place of what stands there."""
    await KINDS[kind].model.filter(id=id_).update(**columns)
    if kind == "evidence":
        await _CARD_ANEW.rows(id_)


async def set_agreement(row: JSON, columns: JSON, sentence: str) -> None:
    """The same of an agreement, and of what was said with it before each change."""
    changes = [without_words(each) | {"why": sentence if each["why"] else ""} for each in row["changes"]]
    [version] = await Agreement.filter(id=row["id"]).values_list("version", flat=True)
    await Agreement.filter(id=row["id"]).update(**columns, changes=changes, version=int(str(version)) + 1)


async def templates_of(row: JSON) -> list[JSON]:
    """What rounds in the neighbourhood of this one begin from, the force’s too: `title`, `about`, `template_id`."""
    here = RoundTemplate.filter(Q(neighbourhood_id=row["neighbourhood_id"]) | Q(neighbourhood_id=None))
    found = await here.filter(force_id=row["force_id"]).order_by("id").values(*_OF_TEMPLATES)
    return [
        each | {"template_id": each["id"], "title": each["name"], "about": each["settings"]["about"]} for each in found
    ]


async def set_template(template: JSON, columns: JSON) -> None:
    """Have rounds that come again begin with these words (`title`, `about`)."""
    words = template | columns
    settings = {**template["settings"], "about": words["about"]}
    await RoundTemplate.filter(id=template["id"]).update(name=words["title"], settings=settings)


async def planned_rounds(row: JSON) -> list[JSON]:
    """The rounds of the same neighbourhood that have not begun, but for this one."""
    coming = Round.filter(neighbourhood_id=row["neighbourhood_id"], phase=Phase.SCHEDULED).exclude(id=row["id"])
    return list(await coming.order_by("id").values("id", "title", "about", "template_id"))
