"""What a browser does not show of a web page, or shows as struck out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from macros.received.html_styles import PageStyles, Style
from macros.received.lines import Reason

BY_TAG: dict[str, Reason] = {
    **dict.fromkeys(("del", "s", "strike"), "deleted"),
    **dict.fromkeys(("rt", "rp", "rtc"), "annotation"),
    **dict.fromkeys(("math", "meter", "progress"), "object"),
}
"""Elements that are no part of the text that goes on around them: pronunciation and formulas, too."""
INLINE_ELEMENTS = frozenset("a abbr b bdi bdo big code em font i ins label q small span strong u".split())
"""Elements that are part of a line, and have no height and no indent of their own."""
NEVER = frozenset({"html", "body"})
"""Elements that pages hide until a script shows them."""
ZERO = re.compile(r"0*\.?0*(?:%|[a-z]+)?")
FAR = re.compile(r"-[0-9]{3,}(?:\.[0-9]+)?(?:px|pt|em|rem|%)?")
CLIPPED = re.compile(r"rect\((?:[01]|auto).*|inset\((?:50|100)%.*")
WHITE = re.compile(r"#f{3}|#f{6}|white|rgba?\((?:255,){2}255.*|transparent|rgba\(.*,0*\.?0*\)")
NO_BACKGROUND = re.compile(rf"{WHITE.pattern}|none|initial|inherit|unset|")
BACKGROUNDS = ("background", "background-color", "background-image")
BLOCK_OF_TEXT = ("p", "div", "li", "dd", "dt", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "body")


@dataclass(frozen=True)
class Unseen:
    """Tells of the elements of a page what is not seen, by their styles."""

    styles: PageStyles

    def why(self, element: html.HtmlElement) -> Reason | None:
        """Why an element is not seen as text; None where it may be."""
        if element.tag in BY_TAG:
            return BY_TAG[element.tag]
        if element.tag in NEVER:
            return None
        style = self.styles.of(element)
        if any("line-through" in style.get(name, "") for name in ("text-decoration", "text-decoration-line")):
            return "deleted"
        if turned(element, style):
            return "object"
        if (
            closed(element, style)
            or is_away(element, style)
            or self.is_faded(element, style)
            or self.is_white(element, style)
            or is_on_its_own_colour(style)
        ):
            return "hidden"
        return None

    def keeps_its_place(self, element: html.HtmlElement) -> bool:
        """Whether the place of an element that is not seen stays empty, as that of a cell that is only invisible."""
        return not closed(element, self.styles.of(element))

    def is_faded(self, element: html.HtmlElement, style: Style) -> bool:
        """Whether an element is invisible, or of no size, and nothing within it says otherwise of itself."""
        faded = [
            *(["visibility"] if style.get("visibility") in ("hidden", "collapse") else []),
            *(["font-size"] if is_zero(style.get("font-size")) else []),
        ]
        within = [self.styles.of(one) for one in element.iterdescendants()] if faded else []
        return any(all(name not in one for one in within) for name in faded)

    def is_white(self, element: html.HtmlElement, style: Style) -> bool:
        """Whether a part of a line is in white, and nothing is known to lie behind it.

        White lines may stand on a picture, and cells on a colour, of which only sheets in other files tell; so may what
        has a class.
        """
        color = style.get("color", element.get("color", "").strip().lower() if element.tag == "font" else "")
        if not WHITE.fullmatch(color) or element.tag not in ("font", "span") or element.get("class"):
            return False
        around = list(element.iterancestors())
        if any(one.tag == "table" for one in around) or any(map(self.is_coloured, (element, *around))):
            return False
        block = next((one for one in around if one.tag in BLOCK_OF_TEXT), element)
        return words_apart(block) != words_apart(element)

    def is_coloured(self, element: html.HtmlElement) -> bool:
        """Whether an element has a background other than white."""
        style = self.styles.of(element)
        said = [*(style.get(name, "") for name in BACKGROUNDS), element.get("bgcolor", "").strip().lower()]
        return not all(map(NO_BACKGROUND.fullmatch, said)) or element.get("background") is not None


def is_on_its_own_colour(style: Style) -> bool:
    """Whether words are in the very colour that their element is filled with."""
    color = style.get("color", "")
    return bool(color) and color in (style.get("background-color"), style.get("background"))


def words_apart(element: html.HtmlElement) -> list[str]:
    """What an element says, blanks apart."""
    return "".join(element.itertext()).split()


def closed(element: html.HtmlElement, style: Style) -> bool:
    """Whether an element is not shown, and takes no place."""
    is_closed = element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None)
    return style.get("display", "none" if is_closed else "") == "none"


def turned(element: html.HtmlElement, style: Style) -> bool:
    """Whether the characters of an element are set from right to left, each of them, digits too."""
    override = style.get("unicode-bidi", "bidi-override" if element.tag == "bdo" else "")
    return override.endswith("override") and style.get("direction", element.get("dir", "").lower()) == "rtl"


def is_away(element: html.HtmlElement, style: Style) -> bool:
    """Whether an element is off the page, cut away, closed up, or transparent."""
    is_out = style.get("position") in ("absolute", "fixed")
    is_box = is_out or style.get("display", "inline" if element.tag in INLINE_ELEMENTS else "block") != "inline"
    aside = [
        style.get(name, "") for name in ((("text-indent",) if is_box else ()) + (("left", "top") if is_out else ()))
    ]
    cut = [style.get(name, "") for name in ("clip-path", *(("clip",) if is_out else ()))]
    closed_up = (
        is_box
        and style.get("overflow") == "hidden"
        and any(is_zero(style.get(one)) for one in ("height", "max-height"))
    )
    return (
        any(map(FAR.fullmatch, aside)) or any(map(CLIPPED.fullmatch, cut)) or closed_up or is_zero(style.get("opacity"))
    )


def is_zero(value: str | None) -> bool:
    """Whether a length or a part is none; what is not said is not."""
    return bool(value) and ZERO.fullmatch(value or "") is not None
