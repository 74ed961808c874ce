"""The values of the graph and of the record, and their reading and writing."""
