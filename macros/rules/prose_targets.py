"""What the links and pictures of a page of prose lead to, as the engine finds them that makes it a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown

from macros.system.markdown_settings import markdown_settings

LEADING_ELEMENTS = {"a": "href", "img": "src"}
"""Elements that lead somewhere, each with the attribute that says where."""


IN_MAIL = "\x02amp\x03"
"""What the engine writes a mail address with."""


class Targets:
    """Keeps what the links of a page lead to; a mail address, which the engine writes in code, is none."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def run(self, root: Element) -> None:
        """As the engine calls it, last."""
        named = (one.get(LEADING_ELEMENTS[one.tag], "") for one in root.iter() if one.tag in LEADING_ELEMENTS)
        self.found += [target for target in named if IN_MAIL not in target]


def targets_in(text: str) -> list[str]:
    """What each link and picture of a page leads to, in order."""
    extensions, settings = markdown_settings()
    engine, targets = Markdown(extensions=extensions, extension_configs=settings), Targets()
    engine.treeprocessors.register(targets, "targets", 0)
    engine.convert(text)
    return targets.found
