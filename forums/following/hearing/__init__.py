"""Who hears of a reply, why and how: before anybody is told."""
