"""Follow-up questions: made to stand alone, answered, kept."""

from qa.chat.conversing import Understood, answered, converse, standalone, understand

__all__ = ["Understood", "answered", "converse", "standalone", "understand"]
