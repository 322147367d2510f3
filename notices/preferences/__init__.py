"""By which way a person wants to be told what."""
