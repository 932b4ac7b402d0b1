"""The page for graphs of many thousand nodes: drawn by the graphics card, told in few bytes."""
