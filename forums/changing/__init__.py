"""Changing one's own words: edited, taken back; what they were before is kept."""
