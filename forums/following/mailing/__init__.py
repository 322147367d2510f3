"""What followers are mailed: at once, or in their next digest."""
