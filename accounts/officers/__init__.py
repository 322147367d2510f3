"""Officers as anybody may see them: the public page, its poster for the wall, and the same as JSON."""
