"""Killing the process at any moment: `python -m tests.crash.run --kills 200`."""
