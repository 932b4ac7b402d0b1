"""Write the graph in a format others read."""
