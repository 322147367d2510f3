"""Who asked to be reminded of a date, and reminding them once."""
