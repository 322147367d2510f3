"""People with ordinary names are let in, also where very many officers serve."""

from collections.abc import Iterable

import pytest

from accounts.models import Person
from accounts.names.checking import check_name
from accounts.names.skeletons import name_skeleton
from foundation import clock
from foundation.errors import Invalid
from foundation.ids import new_id
from foundation.permissions import Role
from neighbourhoods import store
from tests.accounts.names.real_names import IN_EVERY_SCRIPT, each, officers_names, ordinary_names
from tests.cast import Cast

PEOPLE = 2000
SURNAMES = """
Ann Sergeant|John Constable|Mary Constable-Jones|Mrs Sergeant|Dr Ann Constable|J. Inspector|Tom Marshall|Desmond Bishop
Ffion ap Rhys|Ffion Rhys|O'Neill|O’Neill|Siân|Ng|Llŷr|Anne-Marie van der Berg|Mac Giolla|Rosa McConstable|Clark Kent
A. Okafor|A Okafor|Ada|Okafor|Ada Okafor-Jones|Adam Okafor|Ada Okaforson|Huw Hughson|Nia Priceless|Clara Dunn|Abby Bell
Gwen 101|Guest 999|Guest 17
"""


async def _serve(names: Iterable[str]) -> None:
    now = clock.now()
    await Person.bulk_create(
        [Person(id=new_id(), name=name, name_skeleton=name_skeleton(name), role=Role.OFFICER, created_at=now,
                force_id="south-wales") for name in names], batch_size=1000
    )  # fmt: skip


async def _refused(names: Iterable[str]) -> list[str]:
    refused = []
    for name in names:
        try:
            assert await check_name(name)
        except Invalid:
            refused.append(name)
    return refused


@pytest.fixture(autouse=True)
async def _every_force(database: object, cast: Cast) -> None:
    """The forces of the country have neighbourhoods here, so that the names of all are kept."""
    assert cast
    await store.set_forces({"met": "Metropolitan Police Service", "kent": "Kent Police", "dyfed": "Dyfed-Powys"})


async def test_of_two_thousand_people_fewer_than_ten_are_refused() -> None:
    """Beside the cast 500 officers, as many as serve the neighbourhoods of South Wales, of another draw of names."""
    names = ordinary_names(PEOPLE)
    assert len(set(names)) == PEOPLE
    await _serve(officers_names(500))
    refused = await _refused(names)
    assert len(refused) < PEOPLE / 200, refused


async def test_ten_thousand_officers_keep_hardly_anybody_out_but_their_namesakes() -> None:
    """Who has the very name of an officer is refused, and nobody can help it; of the others fewer than 1 in 200."""
    officers = officers_names(10_000)
    await _serve(officers)
    namesakes = {name_skeleton(officer) for officer in officers}
    refused = await _refused(ordinary_names(PEOPLE))
    others = [name for name in refused if name_skeleton(name) not in namesakes]
    assert len(others) < PEOPLE / 200, others
    assert len(refused) < PEOPLE / 30, "names of another draw must be others, or this measures nothing"


async def test_surnames_that_are_ranks_and_names_near_an_officers_pass() -> None:
    assert await _refused(each(SURNAMES)) == []


async def test_names_in_every_script_pass() -> None:
    assert await _refused(each(IN_EVERY_SCRIPT)) == []


async def test_a_rank_before_a_name_is_refused_though_it_is_a_surname_too() -> None:
    names = [
        "Sergeant",
        "Constable John",
        "Sergeant Ann Hughes",
        "Inspector Tom",
        "Ann Constable Hughes",
        "The Sergeant",
    ]
    assert await _refused(names) == names
