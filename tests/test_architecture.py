"""The house's plan as a test: who stands on whom, what each file of a feature may import, and every door."""

from pathlib import Path

import pytest

from tests.architecture import history, plan, source


@pytest.mark.parametrize("package", source.packages())
def test_every_package_has_its_floor(package: str) -> None:
    assert package in plan.FLOOR, f"give {package} a floor in tests/architecture/plan.py"


def test_the_packages_are_named_one_by_one_for_the_wheel() -> None:
    assert set(source.packages()) <= set(source.packages_of_the_wheel())


@pytest.mark.parametrize("module", source.modules(), ids=str)
def test_a_module_imports_only_from_floors_below(module: source.Module) -> None:
    assert [str(found) for found in module.imports if not plan.stands_on(module, found)] == []


@pytest.mark.parametrize("module", plan.feature_modules(), ids=str)
def test_a_module_imports_what_its_name_allows(module: source.Module) -> None:
    """A file of this name may import these of its own feature: see OWN in tests/architecture/plan.py."""
    assert [str(found) for found in module.imports if not plan.name_allows(module, found)] == []


@pytest.mark.parametrize("migration", history.migrations(), ids=lambda path: path.stem)
def test_a_migration_only_adds(migration: Path) -> None:
    """Altering or removing rebuilds a SQLite table, which deletes its children by cascade."""
    assert history.operations(migration) - history.ADDITIVE == set()
