"""A web page as it was received -> lines: its title, paragraphs, headings and tables. What frames the page is left out.

What is left out is what its element (nav, footer), its class (breadcrumb, share), or its words (发布日期：…　打印) say
to be no part of the document; something that holds a full sentence or a table is never left out for its class or words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree, html

from macros.received.beside_page import what_browsers_hide
from macros.received.html_styles import styles_of
from macros.received.html_tables import around_cells, is_data_table, rows_in
from macros.received.html_unseen import Unseen
from macros.received.html_words import (
    BLOCKS,
    CONTROLS,
    HEADING_ELEMENTS,
    LINE_ENDS,
    SILENT,
    break_lines,
    element_words,
    number_items,
    one_line_shown,
    set_apart,
    words_told,
)
from macros.received.lines import LeftOut, ReadDocument, Reason, table_lines

FURNITURE: dict[str, Reason] = {
    **dict.fromkeys(("nav", "menu"), "navigation"),
    **dict.fromkeys(("footer", "aside"), "furniture"),
    **CONTROLS,
}
"""Elements that are no part of a document, whatever they say."""
FURNITURE_CLASS = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|location|position|dqwz|share|bshare|bdsharebuttonbox|"
    r"social|footer|foot|copyright|toolbar|tools|qrcode|ewm|sidebar|related|pagination|prevnext)(?=$|[\s_-])"
)
PATH = re.compile(r"(?:(?:您?(?:的|现在的|当前的)?(?:当前)?所?在?位置)\s*[：:].*|首页\s*(?:>|＞|»|›|/|→|-).*)")
"""Where the page stands in its site: 首页 > 政务公开 > 正文."""
PUBLICATION_LABEL = (
    r"(?:发布(?:日期|时间|机构)|日期|时间|信息来源|来源|字号|字体|字体大小|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|率|次数)?|"
    r"访问量|作者|编辑|责任编辑|责编|审核|分享(?:到)?|保护视力色)\s*[：:]"
)
PUBLICATION_LABELLED = re.compile(PUBLICATION_LABEL)
CONTROL = re.compile(
    r"[\[【（(〖]?\s*(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|收藏(?:本页)?|分享|[大中小]|默认|"
    r"扫一扫.{0,20}|下载)\s*[\]】）)〗]?"
)
NEIGHBOUR = re.compile(r"(?:上一[篇条]|下一[篇条])\s*[：:]?.*")
FILE_LINK = re.compile(r"(?i)\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|jpe?g|png)(?:[?#].*)?$")
SENTENCE_END = "。"
EVERYWHERE = frozenset("，。、；：的一年不在有人大中上工市和局政")
"""Characters of which every Chinese text of either script holds some."""


def read_html(data: bytes) -> ReadDocument | None:
    """The document in a web page; None where the bytes are none, or its elements are nested too deep to be read."""
    text = text_of_page(data)
    if text is None or "<" not in text:
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        page = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    if any(one.level == etree.ErrorLevels.FATAL for one in parser.error_log):  # What follows was not read.
        return None
    return ReaderState(page, what_browsers_hide(text)).read()


def text_of_page(data: bytes) -> str | None:
    """The text of a page: as its byte order mark says, else UTF-8, else whichever of GB 18030 and Big5 gives Chinese.

    What a page declares is often not what it is; bytes of Chinese in GB 18030 or Big5 are no UTF-8.
    """
    marked = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2])
    found = ""
    for encoding in (marked,) if marked else ("utf-8-sig", "gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue
        if encoding in (marked, "utf-8-sig"):
            found = text
            break
        if not found or sum(map(text.count, EVERYWHERE)) > sum(map(found.count, EVERYWHERE)):
            found = text
    # An encoding in an XML declaration is of no use to text, and lxml refuses it.
    return None if not found or "\0" in found else re.sub(r"\A\s*<\?xml[^>]*\?>", "", found)


class ReaderState:
    """A page being read, element by element and without recursion, so that depth is no matter."""

    def __init__(self, page: html.HtmlElement, beside: Iterable[LeftOut] = ()) -> None:
        self.page = page
        self.beside = beside
        self.lines: list[str] = []
        self.left_out: list[LeftOut] = []
        self.line: list[str] = []
        self.is_titled = False
        styles = styles_of(page)
        self.unseen = Unseen(styles)
        set_apart(page, styles)
        number_items(page, styles)
        break_lines(page, styles)

    def read(self) -> ReadDocument:
        """The whole page."""
        body = self.page.find("body")
        walk = etree.iterwalk(self.page if body is None else body, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element.tag in BLOCKS:
                    self.end_line()
                if self.is_taken_whole(element):
                    walk.skip_subtree()
                else:
                    self.is_titled |= element.tag == "h1"
                    self.line.append(element.text or "")
            else:
                if element.tag in BLOCKS:
                    self.end_line()
                self.line.append(element.tail or "")
        self.end_line()
        lines = (*self.title(), *self.lines)
        told = {*lines, *(one.text for one in self.left_out)}
        return ReadDocument(lines, (*self.left_out, *(one for one in self.beside if one.text not in told)))

    def is_taken_whole(self, element: html.HtmlElement) -> bool:
        """Whether an element is a table that was put down, or something that was left out."""
        if element.tag in SILENT:
            return True
        why = self.unseen.why(element)
        if element.tag == "table" and why is None and is_data_table(element):
            self.end_line()
            self.lines += filter(None, around_cells(element, self.unseen, self.tell))
            self.lines += table_lines([list(row) for row in rows_in(element, self.unseen, self.tell)])
            return True
        if (why := why or furniture(element)) is None:
            return False
        self.tell(why, words_told(element))
        return True

    def tell(self, why: Reason, said: str) -> None:
        """Tells what is left out."""
        if said:
            self.left_out.append(LeftOut(why, said))

    def end_line(self) -> None:
        """Puts down the lines that were being collected, or tells that they are left out."""
        collected = "".join(self.line).split(LINE_ENDS)
        self.line.clear()
        for said in filter(None, map(one_line_shown, collected)):
            if why := line_furniture(said):
                self.tell(why, said)
            else:
                self.lines.append(said)

    def title(self) -> Iterator[str]:
        """The title that the page's head names, where the page itself shows none."""
        named = self.page.xpath("string(//meta[@name='ArticleTitle' or @name='articletitle']/@content)")
        named = (
            one_line_shown(str(named))
            or re.split(r"[_|]| - ", one_line_shown(self.page.findtext("head/title") or ""))[0].strip()
        )
        if named and named not in self.lines and not self.is_titled:
            yield named


def furniture(element: html.HtmlElement) -> Reason | None:
    """Why an element is no part of the document; None where it may be one."""
    tag = element.tag
    if tag in FURNITURE:
        return FURNITURE[tag]
    if tag in ("body", "html", *HEADING_ELEMENTS):
        return None
    if tag == "form" and says_little(element):  # Some sites put whole pages into one.
        return "control"
    if FURNITURE_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}") and says_little(element):
        return "furniture"
    return "navigation" if tag in ("ul", "ol", "div", "p") and is_links(element) else None


def says_little(element: html.HtmlElement) -> bool:
    """Whether an element holds neither a full sentence, nor a heading, nor a table."""
    inside = {one.tag for one in element.iter()}
    return SENTENCE_END not in element_words(element) and not inside & {"table", *HEADING_ELEMENTS}


def is_links(element: html.HtmlElement) -> bool:
    """Whether an element is a list of links to other pages and nothing else; links to files are attachments."""
    links = element.findall(".//a")
    if len(links) < 2 or any(FILE_LINK.search(one.get("href", "")) for one in links):
        return False
    beside = element_words(element)
    for said in sorted(map(element_words, links), key=len, reverse=True):
        beside = beside.replace(said, "", 1)
    return not re.sub(r"[\s>＞»›|/·\u3000-]", "", beside) and says_little(element)


def line_furniture(said: str) -> Reason | None:
    """Why a line of text is no part of the document; None where it may be one."""
    if SENTENCE_END in said:
        return None
    if PATH.fullmatch(said):
        return "navigation"
    rest = said
    if PUBLICATION_LABELLED.match(said):
        parts = [one for one in re.split(r"[\s\u3000|｜]+", said) if one]
        labels = sum(bool(PUBLICATION_LABELLED.match(one)) for one in parts)
        if labels > 1 or any(CONTROL.fullmatch(one) for one in parts):
            return "publication-line"
    rest = CONTROL.sub("", rest)
    if not re.sub(r"[\s\u3000|｜]", "", rest) or NEIGHBOUR.fullmatch(said):
        return "control"
    return None
