"""A forum as a file: taken out as JSON and as CSV, and topics brought in from the same JSON."""
