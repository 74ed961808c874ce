"""Everything that is English and data: word classes, titles, expressions of time."""
