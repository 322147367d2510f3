"""Who keeps sections and modes of forums, and how."""
