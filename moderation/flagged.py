"""What was flagged and still waits for a decision."""

UNDECIDED = """
    NOT EXISTS (
        SELECT 1 FROM decision
        WHERE decision.target_type = flag.target_type AND decision.target_id = flag.target_id AND decision.at > flag.at
    )
    """
"""SQL about a row of `flag`: nobody has decided about its thing since. Whoever asks joins the things it is about."""
