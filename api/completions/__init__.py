"""The library behind OpenAI's chat interface: any client of theirs can ask, and shows the notes as text."""
