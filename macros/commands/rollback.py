"""``rollback``: back to the release before the live one."""

from __future__ import annotations

import sys

import click

from macros.commands import options
from macros.problems import Refused
from macros.publishing import upload
from macros.text.languages import Bilingual

NO_TARGET = Bilingual(
    "请用 TARGET= 写明发布到哪里：一个文件夹，或“主机:文件夹”；不用“~”，从登录后的文件夹写起即可。",
    "Say where to publish with TARGET=: a folder, or host:folder. Leave ~ out: paths start in the login folder.",
)


@click.command()
@options.TARGET
@options.SSH
def command(target: str, ssh: str) -> None:
    """Exit status 1 where there is none to go back to."""
    place = upload.target_named(target, ssh)
    if place is None:
        raise Refused(NO_TARGET)
    try:
        release = upload.rollback(place)
    except upload.Failed as stopped:
        print(stopped, file=sys.stderr)
        sys.exit(1)
    print(f"已恢复：{target} 的 {release}。 Back at {release}, {target}.")
