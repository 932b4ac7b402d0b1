"""Who a document is about, and where names of people begin and end."""
