"""The house's plan as a test: who stands on whom, what each file of a feature may import, and every door."""

from pathlib import Path

import pytest

from tests import house


@pytest.mark.parametrize("package", house.packages())
def test_every_package_has_its_floor(package: str) -> None:
    assert package in house.FLOOR, f"give {package} a floor in tests/house.py"


def test_the_packages_are_named_one_by_one_for_the_wheel() -> None:
    assert set(house.packages()) <= set(house.packages_of_the_wheel())


@pytest.mark.parametrize("module", house.modules(), ids=str)
def test_a_module_imports_only_from_floors_below(module: house.Module) -> None:
    assert [str(found) for found in module.imports if not house.stands_on(module, found)] == []


@pytest.mark.parametrize("module", house.feature_modules(), ids=str)
def test_a_module_imports_what_its_name_allows(module: house.Module) -> None:
    """A file of this name may import these of its own feature: see OWN in tests/house.py."""
    assert [str(found) for found in module.imports if not house.name_allows(module, found)] == []


@pytest.mark.parametrize("migration", house.migrations(), ids=lambda path: path.stem)
def test_a_migration_only_adds(migration: Path) -> None:
    """Altering or removing rebuilds a SQLite table, which deletes its children by cascade."""
    assert house.operations(migration) - house.ADDITIVE == set()
