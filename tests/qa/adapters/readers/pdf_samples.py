"""PDFs of every kind: a report, pages as drawn, a scan, encrypted ones."""

from io import BytesIO
from typing import Any

from tests.qa.adapters.readers.prose import paragraphs


def pdf(count: int = 30, password: str = "", owner: str = "", compressed: bool = True) -> bytes:
    """A report with a title, headings, justified paragraphs, a list, a table, and a running header and footer."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Table

    style, buffer = getSampleStyleSheet(), BytesIO()
    flow: list[Flowable] = [Paragraph("The Alliance Report", style["Title"])]
    for number, text in enumerate(paragraphs(count)):
        if number % 5 == 0:
            flow.append(Paragraph(f"Findings of part {number // 5 + 1}", style["Heading2"]))
        flow.append(Paragraph(text, style["BodyText"]))
    items = [Paragraph(text, style["BodyText"]) for text in ("Submarines are approved.", "Tariffs fall.")]
    flow.append(ListFlowable(items, bulletType="bullet"))
    flow.append(Table([["Country", "Share of GDP"], ["Korea", "3.5%"], ["Japan", "2.0%"]]))
    document = SimpleDocTemplate(
        buffer, title="The Alliance Report", author="Jo Doe", invariant=1, pageCompression=int(compressed)
    )
    document.build(flow, onFirstPage=_furnish, onLaterPages=_furnish)
    return _encrypted(buffer.getvalue(), password, owner) if password or owner else buffer.getvalue()


def _furnish(canvas: Any, document: Any) -> None:
    canvas.drawString(50, 820, "Institute of Examples")
    canvas.drawString(280, 20, f"Page {document.page}")


def _encrypted(content: bytes, password: str, owner: str) -> bytes:
    from pypdf import PdfWriter

    writer, buffer = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    writer.encrypt(password, owner or None, algorithm="AES-256")
    writer.write(buffer)
    return buffer.getvalue()


def pdf_pages(*pages: str, size: int = 12) -> bytes:
    """Each page drawn line by line from the top, as given."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pages:
        text = canvas.beginText(72, 760)
        text.setFont("Helvetica", size)
        for line in page.split("\n"):
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned_pdf() -> bytes:
    """Two pages that hold a picture each and no letter."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer, picture = BytesIO(), BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    canvas = Canvas(buffer, invariant=1)
    for _ in range(2):
        canvas.drawImage(ImageReader(BytesIO(picture.getvalue())), 0, 0, 600, 800)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
