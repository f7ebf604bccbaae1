"""The commands of ``python -m macros``: one module each, imported when its command is run.

MkDocs takes longer to import than the data to check, so a command loads what it needs and nothing else.
"""

from __future__ import annotations

import importlib

import click

from macros.system.collector import gc_paused

COMMANDS = {
    "check": "检查数据和说明文字，列出全部问题。 Validate the data and the prose, and list every problem.",
    "build": "生成整个网站；有问题时保持原样。 Build the whole site, or leave it as it was.",
    "edit": "在浏览器里编辑，不用写数据文件。 Edit in the browser, without writing data files.",
    "serve": "在本机预览，保存后随即更新。 Serve the site on this machine; a saved change shows at once.",
    "diff": "说明数据的改动对公众意味着什么。 Tell what a change of the data changes for the public.",
    "new": "新建一份空白记录，逐项说明。 Start a record: a blank file with every field explained.",
    "import": "把收到的文件变成待核的草稿。 Make drafts, to be decided on, from a file as it was received.",
    "ready": "说明上线前还缺什么。 Tell what the site still lacks before it may go live.",
    "tidy": "把数据文件整理成统一写法，内容不变。 Put data files into their one form; what they say stays.",
    "translate": "为译者写出 PO 文件，译好后收回。 Write PO files for translators, and take them back.",
    "numerals": "说明文字里的数字怎样读。 Tell how the numerals of a text are read.",
    "text": "从收到的网页生成原始文本。 Make the verbatim text of a document from the web page received.",
    "schemas": "生成编辑器用的数据格式说明。 Write the schemas that editors check data files with.",
    "publish": "把生成的网站整体发布到一处。 Publish the built site at a place, swapped in whole.",
    "rollback": "恢复到上一次发布的版本。 Go back to the release before the live one.",
    "verify": "重新生成并与公布的网站逐一核对。 Build again and compare with a live site, file by file.",
    "adopt": "为另一机构建立新的仓库。 Make the repository of another bureau.",
    "upgrade": "换用软件的新版本，不动本机构的内容。 Take a later release of the software; the bureau's files stay.",
    "ledger": "把网站内容登记到公布台账。 Add what the built site holds to the ledger of published addresses.",
}
"""Every command and its help, in both languages."""


class Commands(click.Group):
    """The group of all commands. The module ``macros.commands.x`` holds the command ``x`` as ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        with gc_paused():
            found = importlib.import_module(f"macros.commands.{cmd_name}").command
        assert isinstance(found, click.Command)
        found.help = COMMANDS[cmd_name]
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, name="python -m macros", context_settings={"help_option_names": ["-h", "--help"]})
def program() -> None:
    """政务公开网站的命令；缩写见 make help。 The commands of the disclosure site; make help lists the short forms."""
