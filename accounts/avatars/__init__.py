"""Pictures of people: drawn ones to choose from, and officers in uniform."""
