"""Text in: readers, the English pipeline, mentions, coreference, statements."""
