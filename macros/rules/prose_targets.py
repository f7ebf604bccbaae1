"""What the links and pictures of a page of prose lead to, as the engine finds them that makes it a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from macros.system.markdown_settings import markdown_settings

LINKS = {"a": "href", "img": "src"}
"""Elements that lead somewhere, each with the attribute that says where."""


class Targets(Treeprocessor):
    """Keeps what the links of a page lead to; a mail address, which the engine writes in code, is none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def run(self, root: Element) -> None:
        """As the engine calls it, last."""
        named = (one.get(LINKS[one.tag], "") for one in root.iter() if one.tag in LINKS)
        self.found += [target for target in named if AMP_SUBSTITUTE not in target]


def targets_in(text: str) -> list[str]:
    """What each link and picture of a page leads to, in order."""
    extensions, settings = markdown_settings()
    engine, targets = Markdown(extensions=extensions, extension_configs=settings), Targets()
    engine.treeprocessors.register(targets, "targets", 0)
    engine.convert(text)
    return targets.found
