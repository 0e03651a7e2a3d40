"""Uploads that are added in the background: what is to be done is on the disk, so that an end of the process forgets nothing."""
