"""Options that several commands have, and how what is typed for them is read."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import click

from macros.problems import Refused
from macros.records.declared import speaks_english
from macros.system.checkout import ROOT
from macros.text.languages import Bilingual


class FolderOption(click.ParamType[Path]):
    """The folder that an option names. An empty one is refused: it would mean the folder one stands in."""

    name = "folder"

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Raises Refused for an empty name and for ``~``, which no shell has resolved."""
        text = str(value)
        if not text.strip() or text.startswith("~"):
            raise Refused(
                Bilingual(
                    f"{self.variable} 没有写明文件夹（“{text}”）。请写完整的路径，或者不写 {self.variable}=。",
                    f'{self.variable} names no folder ("{text}"). Write a whole path, or leave {self.variable}= out.',
                )
            )
        if loops(Path(text)):
            raise Refused(
                Bilingual(
                    f"{self.variable} 的链接绕成了圈（“{text}”）。请写另一个文件夹。",
                    f'The links of {self.variable} lead in a circle ("{text}"). Name another folder.',
                )
            )
        return Path(text)


def loops(path: Path) -> bool:
    """Whether the links of a path lead in a circle."""
    try:
        path.resolve()
    except RuntimeError:  # As Python 3.11 and 3.12 say it; later ones say nothing.
        return True
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


DATA = click.option(
    "--data",
    type=FolderOption("DATA"),
    default=ROOT / "data",
    is_eager=True,  # What is printed may be in the language of its site.
    help="数据文件夹 the data folder",
)
SITE = click.option(
    "--site", type=FolderOption("SITE"), default=ROOT / "site", help="网站文件夹 the folder of the built site"
)
FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab", "json"]),
    default="text",
    help="输出形式 the form of problems",
)


def language_meant(context: click.Context, param: click.Parameter, given: str) -> str:
    """The language of what is printed: the one that was asked for, else what the site of the data is in."""
    del param
    if given != "auto":
        return given
    data = context.params.get("data")
    return "zh" if isinstance(data, Path) and data.is_dir() and not speaks_english(data) else "both"


LANGUAGE = click.option(
    "--lang",
    "language",
    type=click.Choice(["auto", "zh", "en", "both"]),
    default="auto",
    callback=language_meant,
    help="语言 the language of problems; auto: 网站的语言 that of the site",
)
TARGET = click.option("--target", default="", help="发布位置 a folder, host:folder or ssh://host:port/folder")
SSH = click.option("--ssh", envvar="SSH_COMMAND", default="ssh", help="连接命令 the command to connect with")
