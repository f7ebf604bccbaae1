"""What a site still lacks when the engine has finished: the check of its scripts, and the files for hosts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.exports.table import Root
from macros.pages.policy import scripts_not_allowed
from macros.publishing import iis, nginx, security_txt
from macros.publishing.headers import headers_file
from macros.register.register import Register
from macros.system.checksums import site_files

NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to leave no file out; empty."""


def prepare_for_hosts(made: Path, register: Register, root: Root, base: str, policy: str) -> None:
    """Holds every finished page against the policy, and adds the files for hosts to the folder ``made``."""
    for address, script in scripts_not_allowed(pages(made), policy):
        raise SystemExit(
            f"{address}: 网页里有模板中没有的脚本，内容安全策略不会让它运行。"
            f"A script that no template holds; the content policy does not let it run: {' '.join(script.split())[:60]}"
        )
    for address, content in host_files(register, root, base, policy, folders_in(made)).items():
        file = made / address
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8", newline="\n")


def pages(made: Path) -> Iterator[tuple[str, str]]:
    """Every finished page with its address."""
    for address, file in site_files(made):
        if address.endswith(".html"):
            yield address, file.read_bytes().decode()


def folders_in(made: Path) -> list[str]:
    """The folders of a finished site: those at its root, and those that hold what is searched, whose names change."""
    found = (*made.glob("*/"), *made.glob("search/*/*/"))
    return sorted(one.relative_to(made).as_posix() for one in found if one.is_dir())


def host_files(register: Register, root: Root, base: str, policy: str, folders: list[str]) -> dict[str, str]:
    """The files for hosts by address; ``folders`` are those of ``folders_in``."""
    contact = security_txt.security_txt(register.bureau, root)
    at_root = [folder for folder in folders if "/" not in folder]
    return {
        "_headers": headers_file(policy, [*at_root, *([".well-known"] if contact else [])], register.languages),
        nginx.NGINX_FILE: nginx.nginx_config(policy, base, register.languages),
        iis.CONFIGURATION_FILE: iis.web_config(
            policy, base, ["assets", *(folder for folder in folders if "/" in folder)], register.languages
        ),
        NO_JEKYLL: "",
        **({security_txt.SECURITY_TXT: contact} if contact else {}),
    }
