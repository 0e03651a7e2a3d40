"""E-mail: a message's own words; what it quotes, its signature and the list of its attachments are kept as furniture.

A quoted line was written by somebody else on another day: cited from here, it would carry the wrong name and date.
"""

import re
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default as policy

from qa.adapters.readers.blocks import block_text
from qa.adapters.readers.decoding import codec, decoded
from qa.adapters.readers.facts import day, facts
from qa.adapters.readers.html import read_page
from qa.adapters.readers.refusing import locked, refused_if, textless, too_large
from qa.adapters.readers.trees import Tree, html_tree
from qa.types import Reading

# What the standard library's parser of headers and of encodings raises on broken ones.
BROKEN_MAIL = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_KIND = "an e-mail"
_LONGEST_HEADER = 256 * 1024  # the standard library takes time with the square of it
_SNAPSHOT = "Snapshot-Content-Location"
_WROTE = r"(?:wrote|schrieb|a écrit|escribió|ha scritto|작성)"
_BEGINS_OTHERS = r"(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine|원본 메시지)"
_QUOTED = re.compile(
    rf"^(?:(?:On [^\n]{{1,120}}\n)?[^\n]{{0,200}}{_WROTE}:[ \t]*\n(?:[ \t]*\n)*)?(?:[ \t]*>[^\n]*(?:\n|\Z))+"
    rf"|^-{{2,}} ?{_BEGINS_OTHERS} ?-{{2,}}.*\Z"
    r"|^-- \n.*\Z",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def read_mail(content: bytes, source: str) -> list[Reading]:
    """The message, or the page that a browser saved as one. Raises UnreadableFile with the reason."""
    if not re.search(rb"\n\r?\n", content[:_LONGEST_HEADER]) and len(content) > _LONGEST_HEADER:
        raise too_large(source, f"its headers are longer than {_LONGEST_HEADER // 1024} KB")
    with refused_if(BROKEN_MAIL, source, _KIND):
        message = BytesParser(EmailMessage, policy=policy).parsebytes(content)
        if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
            raise locked(source)
        page = message.get(_SNAPSHOT)
        text = _body(message, source, keep_page=page is not None)
        if page is not None:
            return [_saved_page(text, source, str(page))]
        attached = _attachments(message)
        metadata = _metadata(message)
    if not text.strip():
        raise textless(
            source, "the message is empty" + (f"; its attachments are not read ({attached})" if attached else "")
        )
    return [_with_furniture(text, attached, source, metadata)]


def _body(message: EmailMessage, source: str, keep_page: bool) -> str:
    part = message.get_body(("html", "plain") if keep_page else ("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = _text(payload, part.get_content_charset(), source).replace("\r\n", "\n")
    if part.get_content_type() == "text/html":
        return text if keep_page else _own_blocks(html_tree(text))
    return _unfolded(text) if part.get_param("format") == "flowed" else text


def _own_blocks(tree: Tree | None) -> str:
    """The page without what it quotes, unless it is nothing but that: a forwarded message."""
    if tree is None:
        return ""
    quoted = tree.xpath("//*[contains(@class, 'gmail_quote')] | //blockquote[@type='cite']")
    whole = block_text(tree) if quoted else ""
    for element in quoted:
        if element.getparent() is not None:
            element.drop_tree()
    return block_text(tree) or whole


def _text(payload: bytes, charset: str | None, source: str) -> str:
    try:
        return payload.decode(codec(charset) or "utf-8")
    except UnicodeDecodeError:
        return decoded(payload, source, declared=True)


def _unfolded(text: str) -> str:
    """RFC 3676: a line that ends in a space goes on in the next; the signature's mark does not."""
    return re.sub(r"(?<!^--) \n(?!>)", " ", text, flags=re.MULTILINE)


def _with_furniture(text: str, attached: str, source: str, metadata: dict[str, str]) -> Reading:
    body = text.rstrip() + "\n"
    spans = [match.span() for match in _QUOTED.finditer(body)]
    if attached:
        note = f"\nAttachments, not read: {attached}\n"
        spans.append((len(body), len(body) + len(note)))
        body += note
    return Reading(source, body, metadata=metadata, furniture=tuple(spans))


def _saved_page(text: str, source: str, url: str) -> Reading:
    page = read_page(text, source)
    return Reading(source, page.text, metadata=facts(url=url) | dict(page.metadata))


def _attachments(message: EmailMessage) -> str:
    return ", ".join(part.get_filename() or "one without a name" for part in message.iter_attachments())


def _metadata(message: EmailMessage) -> dict[str, str]:
    sender, sent = message.get("From"), message.get("Date")
    people = [person.display_name or person.addr_spec for person in getattr(sender, "addresses", ())]
    author = ", ".join(filter(None, people)) or (None if people else sender)
    published = day(getattr(sent, "datetime", None)) or day(sent)
    return facts(
        title=message.get("Subject"), author=author, published=published, language=message.get("Content-Language")
    )
