"""Records → Content: the only door from data to display. No widget receives a text of the data as it is."""
