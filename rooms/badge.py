"""A person in plain text, with the badge that their record gives them: in brackets, outside of the name."""

from typing import Any

from foundation.language import _


def with_badge(person: dict[str, Any]) -> str:
    """`Ada Okafor [verified officer: PC 4127]`; the name alone for who has no badge."""
    officer, partner = person["officer"], person["partner"]
    if partner is not None:
        organisation = partner["organisation"]
        return _("%(name)s [partner: %(organisation)s]", name=person["name"], organisation=organisation)
    if officer is None:
        return str(person["name"])
    return _(
        "%(name)s [verified officer: %(rank)s %(number)s]",
        name=person["name"], rank=officer["rank"], number=officer["number"],
    )  # fmt: skip
