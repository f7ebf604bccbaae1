"""What is said of a command line that cannot be read, in both languages: click says it in English only."""

from __future__ import annotations

import click
from click.exceptions import BadOptionUsage, BadParameter, NoSuchCommand, NoSuchOption

from macros.problems import printable
from macros.text.languages import Bilingual


def usage_message(error: click.ClickException) -> Bilingual:
    """What is wrong with the command line, and where its form is told."""
    said = reason(error)
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "python -m macros"
    return Bilingual(f"{said.zh}用法见 {command} --help。", f"{said.en} See {command} --help.")


def reason(error: click.ClickException) -> Bilingual:
    """What is wrong."""
    if isinstance(error, NoSuchCommand):
        name = printable(error.command_name)
        return Bilingual(f"没有“{name}”这个命令。", f'There is no command "{name}".')
    if isinstance(error, NoSuchOption):
        name = printable(error.option_name)
        near = error.possibilities or []
        zh, en = (f"是不是 {near[0]}？", f" Was {near[0]} meant?") if near else ("", "")
        return Bilingual(f"这个命令没有选项“{name}”。{zh}", f'This command has no option "{name}".{en}')
    if isinstance(error, BadOptionUsage):
        return Bilingual(
            f"选项“{error.option_name}”的写法不对。", f'The option "{error.option_name}" is not used like this.'
        )
    if isinstance(error, BadParameter) and error.param:
        name = error.param.opts[0]
        zh, en = choices(error.param.type)
        return Bilingual(f"“{name}”的值不对{zh}。", f'"{name}" has a wrong value{en}.')
    message = printable(error.format_message())
    return Bilingual(f"命令写法不对（{message}）。", f"The command is not used like this: {message}")


def choices(kind: click.ParamType[object]) -> tuple[str, str]:
    """What may be written, where that can be listed."""
    if isinstance(kind, click.Choice):
        listed = [str(choice) for choice in kind.choices]
        return f"，只能是 {'、'.join(listed)}", f"; write {', '.join(listed)}"
    return "", ""
