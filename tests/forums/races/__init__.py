"""Acts on one topic at the same moment: crossing each other in one process, and in storms at two."""
