"""Surgeries in the calendar: scheduling, opening, closing, and who hosts them."""
