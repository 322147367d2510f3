"""What repeats: the rule of a series, its dates made ahead, and changing or ending it."""
