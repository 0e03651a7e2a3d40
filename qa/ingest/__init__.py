"""From files to documents in the library: finding, reading, naming, splitting, embedding, writing."""
