"""The tests: they mirror the packages, act through the doors that people use, and know a cast by name."""
