"""The QR code of a page, for paper: a reader of the sheet comes to the page with a telephone."""

from __future__ import annotations

import segno
from markupsafe import Markup

MASK = 3
"""One of the eight masks, all of which readers know; to compare all of them takes six times as long as to use one."""


def qr_code(address: str) -> Markup:
    """The code of an address as SVG, with four modules of white around it, as ISO/IEC 18004 asks.

    The error correction is of level L (7 %): a sheet is printed afresh, and smaller modules would be harder to read.
    """
    code = segno.make(address, error="l", mask=MASK, micro=False, boost_error=False)
    return Markup(code.svg_inline(border=4, omitsize=True, svgclass="printed__code", lineclass=""))
