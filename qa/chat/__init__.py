"""Follow-up questions: made to stand alone, answered, kept."""

from qa.chat.conversing import converse, standalone

__all__ = ["converse", "standalone"]
