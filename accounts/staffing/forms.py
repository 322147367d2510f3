"""What the forms of staffing post, taken by name: nothing else that a form carries is looked at."""

from accounts.staffing.wanted import NewStaff, StaffChange

LONGEST = 4000
"""Characters of a field that are looked at: some two hundred neighbourhoods, by name."""

ENROLMENT = ("email", "name", "role", "rank", "number", "organisation", "partner_post", "scope", "neighbourhoods",
             "force")  # fmt: skip
CHANGE = ("email", "name", "rank", "number", "organisation", "partner_post")
MOVE = ("scope", "neighbourhoods", "reason")


def values_of(form: dict[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """The text of these fields, trimmed; empty where one is missing."""
    return {name: form.get(name, "")[:LONGEST].strip() for name in names}


def lines_of(text: str) -> tuple[str, ...]:
    """What stands on each line, without empty ones."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def new_staff(values: dict[str, str]) -> NewStaff:
    """Somebody new, from the fields of ENROLMENT."""
    texts = {name: value for name, value in values.items() if name != "neighbourhoods"}
    return NewStaff(neighbourhoods=lines_of(values["neighbourhoods"]), **texts)


def staff_change(values: dict[str, str]) -> StaffChange:
    """Another record, from the fields of CHANGE."""
    return StaffChange(**values)
