"""Measuring Footnote: gold questions, a mocked model, scorers, reports and the gate."""
