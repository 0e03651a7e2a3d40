"""Names: each has to be known, and to stand where it stood; and who says what."""
