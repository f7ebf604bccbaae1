"""The frame of the theme: what stands on a page outside the blocks that overrides/main.html fills."""

from __future__ import annotations

import re

from macros.problems import Refused
from macros.text.languages import Bilingual

FRAME_MARK = "<!-- ours -->"
"""Stands before and after every part of a page that is kept (overrides/main.html)."""
UP_TO_BODY = re.compile(r".*?<body[^>]*>", re.DOTALL)


def ours_alone(html: str) -> str:
    """A finished page without what the theme puts around its blocks, which only its scripts would use.

    Of the body, what stands between pairs of marks is kept. Raises Refused where marks are in no pairs: a page holds
    one itself.
    """
    outside, *parts = html.split(FRAME_MARK)
    found = UP_TO_BODY.match(outside)
    if not found or not parts or len(parts) % 2:
        raise Refused(
            Bilingual(
                f"网页里不该有“{FRAME_MARK}”。请从文字里删去；改过 overrides/main.html 的，每一段前后各写一个。",
                f'"{FRAME_MARK}" stands on this page where it should not. Delete it from the text; '
                "in overrides/main.html it stands before and after every part.",
            )
        )
    return f"{found[0]}{''.join(parts[::2])}</body>\n</html>\n"
