"""A web page that a person saved as plain text: the articles on it, without the page's furniture.

`split_capture` is the door; `Article` is what comes out. The rooms behind it, ground floor first: `dates` (when),
`phrases` and `vocabulary` (the furniture of web pages in words), `units` (lines made whole and told apart), `names`,
`provenance` (publisher, author, day), `signs` (is it a capture at all), `heads` (what stands above an article), `drafts` and
`reading` (where articles begin and end), `articles`. What they were measured on, and what they miss: `python -m bench.captures`.
"""

from qa.ingest.captures.articles import Article, split_capture

__all__ = ["Article", "split_capture"]
