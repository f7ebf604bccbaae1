"""``/.well-known/security.txt`` (RFC 9116): where to report a weakness of the site. None while nobody has said."""

from __future__ import annotations

from macros.exports.table import Root
from macros.records.bureau import Bureau

SECURITY_TXT = ".well-known/security.txt"
END_OF_DAY = "T23:59:59+08:00"
"""What follows the last day on which it holds, in China's time."""


def security_txt(bureau: Bureau, root: Root) -> str | None:
    """The file, or nothing where the bureau has given no contact."""
    security = bureau.security
    if security is None:
        return None
    lines = [f"Contact: mailto:{security.email}"] if security.email else []
    lines += [f"Contact: {security.page}"] if security.page else []
    lines += [f"Expires: {security.expires.isoformat()}{END_OF_DAY}"]
    lines += [f"Preferred-Languages: {', '.join(security.languages)}"] if security.languages else []
    lines += [f"Canonical: {root.link(SECURITY_TXT)}"] if root.address.startswith("https:") else []
    return "\n".join(lines) + "\n"
