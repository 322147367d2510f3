"""Nobody edits the audit through the application: no line of it changes or deletes an entry or a link."""

from tests.architecture import audit_writers


def test_no_line_of_the_product_changes_an_entry_or_a_link() -> None:
    """Names are erased in one place only; what an entry says of them beside that is a digest."""
    assert audit_writers.changes() == {"foundation/audit/personal.py: AuditPersonal.delete"}
