"""What every feature stands on: settings, database, web, live, text, audit, jobs. Knows no feature."""
