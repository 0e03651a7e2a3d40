"""A run as JUnit XML: a test a threshold, which can fail, and a test a question, which tells.

A question that fell short is no failure: the gate decides. One that ended in an error is an error.
"""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from eval.results import Report, Run, Verdict

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no place for


def junit_xml(run: Run) -> str:
    """The document."""
    root = Element("testsuites", name=f"qa eval {run.gold}")
    if run.verdicts is not None:
        _thresholds(root, run.verdicts)
    for report in run.reports:
        _questions(root, report)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _thresholds(root: Element, verdicts: tuple[Verdict, ...]) -> None:
    missed = [verdict for verdict in verdicts if not verdict.met]
    suite = SubElement(root, "testsuite", name="gate", tests=str(len(verdicts)), failures=str(len(missed)), errors="0")
    for verdict in verdicts:
        case = SubElement(suite, "testcase", classname=f"gate.{verdict.subject}", name=verdict.metric)
        if not verdict.met:
            SubElement(case, "failure", message=_clean(str(verdict))).text = _clean(verdict.why)


def _questions(root: Element, report: Report) -> None:
    errors = sum(row.failure is not None for row in report.rows)
    suite = SubElement(
        root, "testsuite", name=report.subject, tests=str(len(report.rows)), failures="0", errors=str(errors)
    )
    suite.set("time", f"{report.seconds:.3f}")
    for row in report.rows:
        case = SubElement(suite, "testcase", classname=report.subject, name=_clean(row.id), time=f"{row.seconds:.3f}")
        if row.failure is not None:
            SubElement(case, "error", message=_clean(row.failure))
        elif row.wrong:
            SubElement(case, "system-out").text = _clean("\n".join(row.wrong))


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
