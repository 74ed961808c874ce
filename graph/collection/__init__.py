"""What many articles say together: near copies, origins, claims, disputes, stories. Pure functions over a graph."""
