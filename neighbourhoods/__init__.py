"""Forces, neighbourhoods, boundaries, postcodes: where a person lives and who looks after it."""
