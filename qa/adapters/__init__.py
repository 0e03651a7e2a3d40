"""The only files that name a vendor; foreign errors become ours here."""
