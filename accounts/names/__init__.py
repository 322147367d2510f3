"""Names that people choose: what a name is, which ones are kept for the police and staff, and which look like them."""
