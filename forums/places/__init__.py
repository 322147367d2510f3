"""The forum of each neighbourhood, of the force and of its staff, and their sections."""
