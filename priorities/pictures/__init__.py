"""Pictures of proposals and of what the police did."""
