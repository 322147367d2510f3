"""What takes place when: lists, months, and feeds for other calendars."""
