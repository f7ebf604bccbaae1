"""The place of publication: a folder on this machine or, over ssh, on another. Both run the same script, upload.sh."""

from __future__ import annotations

import re
import shlex
import subprocess
import tarfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from macros.problems import Refused
from macros.records.ledger import NOT_LINKED
from macros.system.checksums import site_files
from macros.text.languages import Bilingual

UPLOAD_SCRIPT = (Path(__file__).parent / "upload.sh").read_text("utf-8")
REMOTE = re.compile(r"(?P<host>[A-Za-z0-9._-]+@?[A-Za-z0-9._-]*):(?P<folder>.+)")
WITH_PORT = re.compile(r"ssh://(?P<host>[A-Za-z0-9._-]+@?[A-Za-z0-9._-]*)(?::(?P<port>[0-9]+))?(?P<folder>/.+)")
UNFINISHED_UPLOAD = re.compile(r"[a-z0-9+.-]+://.*|[^/\\]*:|[^/\\@:]+@[^/\\:]+", re.IGNORECASE)
"""What names another machine, or the way to it, and no folder there: a folder of that name here is never meant."""

FAILURES = {
    70: Bilingual(
        "那里有别的文件（{words}），不会用来发布。请用 TARGET= 写一个新的或空的文件夹。",
        "Other files are there ({words}), so nothing is published there. Name a new or empty folder with TARGET=.",
    ),
    71: Bilingual("那里缺少程序：{words}。", "A program is missing there: {words}."),
    72: Bilingual("没有更早的版本可以恢复。", "There is no earlier release to go back to."),
    73: Bilingual(
        "那里的 current 不是由本程序建立的链接；请先把它移走，再让服务器以 current 为根目录。",
        "current is no link of ours there; move it away first, and have the server serve current.",
    ),
    74: Bilingual("上传或保存的文件不完整，没有切换。", "The files there are not whole; nothing was swapped."),
    76: Bilingual(
        "那里公布着的这些网址，要发布的网站里没有：{words}。没有发布。确已移动或撤下的，在 data/retired/ 停用；"
        "台账里没有的，先用公布着的网站补上台账（见手册“改动已经公布的内容”）。那里如果是另一个网站，请换一个 TARGET。",
        "These addresses are live there and not on the site to be published: {words}. Nothing was published. What has "
        "moved or was withdrawn is retired in data/retired/; what the ledger lacks is entered from the live site first "
        '(see "Changing what was published" in the handbook). If another site is there, choose another TARGET.',
    ),
    75: Bilingual("另一次发布正在进行，请稍后再试。", "Another publication is under way; try again later."),
}
"""What each exit status of the script means."""
UNLINKED = NOT_LINKED.pattern.replace("(?:", "(")
"""Files that no reader links to, as an extended regular expression of POSIX."""
UPLOAD_FAILED = Bilingual(
    "发布没有完成，公布着的内容没有变。请检查 TARGET= 的路径、权限、磁盘空间和网络，再运行一次。那里报告：{words}",
    "Publishing was not finished; what is live is as it was. Check the path after TARGET=, the rights to it, the room "
    "there and the network, and run this again. What was reported there: {words}",
)
MOST_HEARD = 20
"""Lines of what the script says that are told; an archive program says as many as there are files."""


class Failed(Exception):
    """Something went wrong at the place of publication; what is live there is as it was."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(f"{said.zh} {said.en}")


@dataclass(frozen=True)
class Target:
    """How to run a command there, and the folder."""

    through: tuple[str, ...]
    folder: str

    def command(self, action: str, *given: str) -> list[str]:
        """The command line that runs the script there."""
        there = ["sh", "-c", UPLOAD_SCRIPT, "upload.sh", action, self.folder, *given]
        return [*self.through, shlex.join(there)] if self.through else there


def target_named(text: str, ssh: str) -> Target | None:
    """The target that a person names: a folder, ``host:folder`` or ``ssh://host:port/folder``; None where it is none.

    ``ssh`` is the command to reach another machine with.
    """
    found = WITH_PORT.fullmatch(text)
    if not text.strip() or not text.isprintable() or text.startswith(("-", "~")):
        return None
    if not found and UNFINISHED_UPLOAD.fullmatch(text):
        return None
    found = found or REMOTE.fullmatch(text)
    if not found:
        return Target((), str(Path(text).absolute()))
    if found["host"].startswith("-") or found["folder"].startswith("~"):
        return None
    port = found.groupdict().get("port")
    try:
        reached = shlex.split(ssh)
    except ValueError:
        reached = []
    if not reached:
        raise Refused(
            Bilingual(
                f"SSH_COMMAND 不是一条命令：“{ssh}”。请改正或不写。", f'SSH_COMMAND is no command: "{ssh}". Correct it.'
            )
        )
    options = ["-o", "BatchMode=yes", *(["-p", port] if port else [])]
    return Target((*reached, *options, "--", found["host"]), found["folder"])


def publish(target: Target, site: Path, release: str, keep: int) -> str:
    """Uploads a site beside the live one and swaps it in, unless it lacks an address that is live; returns what the
    release is called there.
    """
    return run_script(target.command("publish", release, str(keep), UNLINKED), lambda stream: pack(site, stream))


def rollback(target: Target) -> str:
    """Swaps back to the release before the live one; returns what that is called."""
    return run_script(target.command("rollback"), lambda stream: None)


def run_script(command: list[str], send: Callable[[IO[bytes]], None]) -> str:
    """Runs the script, sends it what it reads, and returns what it answers."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        with suppress(BrokenPipeError):  # Then the script has ended already, and its status says why.
            send(process.stdin)
        answer, words = process.communicate()
    if process.returncode != 0:
        said = FAILURES.get(process.returncode, UPLOAD_FAILED)
        lines = words.decode("utf-8", "replace").splitlines()
        heard = ", ".join([*lines[:MOST_HEARD], *["…"][: len(lines) > MOST_HEARD]]) or f"status {process.returncode}"
        raise Failed(Bilingual(said.zh.format(words=heard), said.en.format(words=heard)))
    return answer.decode().strip()


def pack(site: Path, stream: IO[bytes]) -> None:
    """Writes a site as a tar archive: plain files alone, owned by nobody in particular, readable by all."""
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as archive:
        for name, path in site_files(site):
            member = tarfile.TarInfo(name)
            member.size, member.mode = path.stat().st_size, 0o644
            with path.open("rb") as content:
                archive.addfile(member, content)
