"""What the system refuses, really refused: told in a sentence a language, with a way out; nothing is left half done."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from macros.system.failures import BY_NUMBER, failure_message
from tests.commands import answer, writes_pages
from tests.night import some
from tests.places import DATA, ROOT, environment_of_a_copy, project_copy
from tests.test_changes import git
from tests.test_reproducible import ANYBODY, AS_ANYBODY

MACROS = [sys.executable, "-m", "macros"]
AS_OTHER = AS_ANYBODY if os.geteuid() == 0 else []
"""Root may write everywhere; nobody else may."""
WITHOUT_RIGHTS = f"""
import os, sys
from macros.system import console
from macros.__main__ import leave, main
console.prepare()
os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
main(["check", "--data", {str(DATA)!r}])  # In this process, so that it has all modules before it may read none.
if os.geteuid() == 0:
    os.setgroups([])
    os.setresgid({ANYBODY}, {ANYBODY}, {ANYBODY})
    os.setresuid({ANYBODY}, {ANYBODY}, {ANYBODY})
leave(main(sys.argv[1:]))
"""
"""Root may read everything; nobody else may."""
Done = subprocess.CompletedProcess[str]


def run(command: list[str], **how: Any) -> Done:
    """Runs a command."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    return subprocess.run(command, encoding="utf-8", check=False, **{"cwd": ROOT, **streams})


def check(done: Done, zh: str, en: str) -> None:
    """A command has failed, and says why in two lines, Chinese and English."""
    assert done.returncode == 1, done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 2, done.stderr
    assert zh in lines[0] and lines[0].endswith("。") and en in lines[1] and lines[1].endswith("."), done.stderr


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may look into, with a copy of the demonstration."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        shutil.copytree(DATA, Path(name, "data"))
        yield Path(name)


@pytest.fixture
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of 64 KiB, or where none can be mounted, a folder of an ordinary one."""
    disk = place / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    yield disk
    if mounted.returncode == 0:
        subprocess.run(["umount", disk], check=True)


def limited() -> None:
    """No file may be longer than 8 KiB: an end of room that needs no rights to make."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def left_in(folder: Path) -> list[str]:
    """What there is in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("command", some(["check", "ready", "diff"], 3))
def test_output_to_a_full_disk(command: str, place: Path) -> None:
    git(place, "init", "-q", "-b", "main")
    git(place, "add", "-A")
    git(place, "commit", "-qm", "base")
    with Path("/dev/full").open("wb") as full:
        done = run([*MACROS, command, "--data", str(place / "data")], stdout=full)
    check(done, "磁盘已满，", "Make room and run this again.")


@pytest.mark.parametrize("command", ["new", pytest.param("build", marks=pytest.mark.night)])
@pytest.mark.parametrize("room", ["disk", pytest.param("limit", marks=pytest.mark.night)])
def test_no_room(room: str, command: str, place: Path, small_disk: Path) -> None:
    """What cannot be written whole is not written at all, and the folder is named."""
    folder = small_disk if room == "disk" else place / "folder"
    folder.mkdir(exist_ok=True)
    data, words = place / "data", [f"--site={folder / 'site'}"]
    if command == "new":
        shutil.copy(data / "bureau.yml", folder)
        data = Path(shutil.copytree(data / "work-areas", folder / "work-areas").parent)
        words = ["--", "work-area", "open-day"]
    full = room == "disk" and small_disk.is_mount()
    if full:
        free = os.statvfs(folder)
        (folder / "filler").write_bytes(bytes((free.f_bavail - 1) * free.f_frsize))
    before = left_in(folder)
    done = run([*MACROS, command, f"--data={data}", *words], preexec_fn=None if full else limited)
    zh, en = ("磁盘已满", "disk is full") if full else ("超过了系统允许的大小", "larger than the system allows")
    check(done, f"{zh}，“{folder}/", en)
    assert left_in(folder) == before


FORBIDDEN: dict[str, tuple[str, list[str]]] = {  # What nobody may write in, and the command that wants to.
    "site": ("", ["build", "--site={place}/site"]),
    "new": ("data/work-areas", ["new", "--", "work-area", "open-day"]),
    "new-folder": ("data", ["new", "--", "erratum", "open-day"]),
    "ledger": ("data/ledger.txt", ["ledger", "--site={site}"]),
}


@pytest.mark.parametrize("name", some(FORBIDDEN, 3))
def test_no_right_to_write(name: str, place: Path, site: Path) -> None:
    path, words = FORBIDDEN[name]
    (place / path).chmod((place / path).stat().st_mode & ~0o222)
    before = {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
    words = [word.format(place=place, site=site) for word in words]
    done = run([*AS_OTHER, *MACROS, words[0], f"--data={place / 'data'}", *words[1:]])
    check(done, f"没有权限使用“{place}/{path}", "Check the rights to it and to its folder")
    assert {file: file.read_bytes() for file in place.rglob("*") if file.is_file()} == before
    place.chmod(0o755)


@pytest.mark.parametrize("path", some(["documents", "ledger.txt", ""], 3))
def test_no_right_to_read(path: str, place: Path) -> None:
    forbidden = place / "data" / path
    forbidden.chmod(0)
    done = run([sys.executable, "-c", WITHOUT_RIGHTS, "check", f"--data={place / 'data'}"])
    forbidden.chmod(0o755)
    check(done, f"没有权限使用“{forbidden}", "There is no permission to use")


def test_a_record_that_may_not_be_read_is_a_problem_like_others(place: Path) -> None:
    forbidden = place / "data/activities/science-week.yml"
    forbidden.chmod(0)
    done = run([sys.executable, "-c", WITHOUT_RIGHTS, "check", f"--data={place / 'data'}"])
    assert done.returncode == 1 and done.stderr == ""
    assert "data/activities/science-week.yml:1:1\n  文件打不开" in done.stdout


@pytest.mark.night
def test_a_text_that_may_not_be_read_is_one_too(place: Path) -> None:
    (place / "data/documents/h1-work-summary.zh-Hant.txt").chmod(0)
    done = run([sys.executable, "-c", WITHOUT_RIGHTS, "check", f"--data={place / 'data'}"])
    assert done.returncode == 1 and done.stderr == ""
    assert "data/documents/h1-work-summary.yml:6:11" in done.stdout and "或无权读取" in done.stdout


@pytest.mark.night
def test_a_disk_that_is_read_only(place: Path) -> None:
    """A file system that nobody may write to, such as that of the kernel."""
    done = run([*MACROS, "build", f"--data={place / 'data'}", "--site=/proc/site"])
    assert done.returncode == 1 and "Traceback" not in done.stderr and "“/proc/" in done.stderr


def test_no_git(place: Path) -> None:
    done = run([*MACROS, "diff", f"--data={place / 'data'}"], env={"PATH": str(place)})
    check(done, "缺少程序“git”。请先安装", 'The program "git" is missing. Install it')


def test_no_packages() -> None:
    """As where nothing has been installed yet."""
    done = run([sys.executable, "-S", "-m", "macros", "check"])
    check(done, "缺少软件包“", "pip install -r requirements/site.txt")


@pytest.mark.night
def test_no_spreadsheet_in_libreoffice(place: Path) -> None:
    """LibreOffice without Calc converts nothing and ends as if it had, which is all that this program does."""
    (place / "soffice").symlink_to(shutil.which("true") or "")
    done = run(
        [sys.executable, "-m", "tests.tools.office"], env={**os.environ, "PATH": f"{place}:{os.environ['PATH']}"}
    )
    check(done, "请安装 libreoffice-calc", "Install libreoffice-calc")


def test_a_port_in_use(place: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run([*MACROS, "serve", f"--data={place / 'data'}", f"--port={port}"])
    check(done, f"别的程序已占用“127.0.0.1:{port}”。", "choose another port (PORT= or --port)")


@pytest.mark.parametrize("port", ["99999", "-1", "x", "８０００"])
def test_a_port_that_is_none(port: str) -> None:
    done = answer("serve", f"--data={DATA}", f"--port={port}")
    assert done.returncode == 2 and port in done.stderr


def test_an_interruption(place: Path) -> None:
    """As by Ctrl-C, which reaches every process of the command; nothing is left behind."""
    before = left_in(place)
    command = [*MACROS, "build", f"--data={place / 'data'}", f"--site={place / 'site'}"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True, text=True) as running:
        while not writes_pages(place):
            assert running.poll() is None
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)
        said = running.communicate()[1]
    assert running.returncode == -signal.SIGINT
    assert said.splitlines() == ["已中断。", "Interrupted."]
    assert left_in(place) == before


def test_an_interruption_at_the_very_start(tmp_path: Path) -> None:
    """Before anything of ours has been imported, nothing is said, and no traceback is shown."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'macros.system.console':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
    )
    done = run([*MACROS, "check", f"--data={DATA}"], env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.parametrize("closed", some(["<&- >&- 2>&-", "<&-", ">&-", "2>&-"], 4))
@pytest.mark.parametrize("data", ["good", pytest.param("bad", marks=pytest.mark.night)])
def test_a_stream_that_is_closed(data: str, closed: str, place: Path) -> None:
    """The command does what it does, and says what it can."""
    if data == "bad":
        (place / "data/bureau.yml").unlink()
    status = {"good": 0, "bad": 1}[data]
    done = run(["sh", "-c", f'"$@" {closed}', "sh", *MACROS, "check", f"--data={place / 'data'}"])
    assert (done.returncode, done.stderr) == (status, "")
    assert bool(done.stdout) == (">&-" not in closed.replace("2>&-", ""))


def test_a_thread_that_fails() -> None:
    """It ends the command: the others would wait for it for ever."""
    program = (
        "import threading; from macros.system import console; console.prepare()\n"
        "def fail(): raise OSError(12, '')\n"
        "threading.Thread(target=fail).start(); threading.Event().wait()"
    )
    check(run([sys.executable, "-c", program]), "内存不足", "not enough memory")


@pytest.mark.night
def test_the_scratch_folder_of_another_user(place: Path) -> None:
    """It is left alone, and stops nobody."""
    for name, mode in (("open-bureau-abcdefgh", 0o700), ("open-bureau-bcdefghi", 0)):
        (place / name).mkdir()
        (place / name / ".scratch.lock").touch()
        (place / name).chmod(mode)
    place.chmod(0o777)
    own = "from macros.system.temporary_folders import temporary_folder\n"
    used = "with temporary_folder() as folder:\n    assert folder.is_dir()\n"
    code = own + WITHOUT_RIGHTS.replace("leave(main(sys.argv[1:]))", used)
    done = run([sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(place), "HOME": str(place)})
    for name in ("open-bureau-abcdefgh", "open-bureau-bcdefghi"):
        (place / name).chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")


REFUSED: dict[str, tuple[str, str]] = {  # What is run in a folder of its own, and what is said.
    "a folder that is gone": ("mkdir x; cd x; rmdir ../x; {run} check", "当前所在的文件夹已被删除"),
    "links in a circle": ("ln -s x x; {run} check --data=x", "链接绕成了圈"),
    "a line break in a path": ("touch x; {run} build --site='x/a\nb'", "x/a·b：{place}/x 是一个文件"),
    "no number of seconds": ("SOURCE_DATE_EPOCH=x {run} check", "SOURCE_DATE_EPOCH 须是 1970 年以来的秒数"),
    "a year that is none": ("SOURCE_DATE_EPOCH=9999999999999 {run} check", "SOURCE_DATE_EPOCH 须是 1970 年以来的秒数"),
    "no repository": ("{run} diff --data=data", "“main”的数据：data 不在 git 仓库里"),
    "no such commit": (
        "{git} init -q .; {run} diff --data=data --base='a\nb'",
        "“a·b”的数据：git 找不到这个提交或分支",
    ),
    "no data in that commit": (
        "{git} init -q .; {git} commit -q --allow-empty -m x; {run} diff --data=data --base=HEAD",
        "“HEAD”的数据：那个提交里没有 data",
    ),
}


@pytest.mark.parametrize("name", some(REFUSED, 4))
def test_what_is_refused(name: str, place: Path) -> None:
    """In a sentence a language, on one line each."""
    words, zh = REFUSED[name]
    words = words.format(run=" ".join(MACROS), git="git -c user.name=a -c user.email=a@example.org")
    done = run(["sh", "-c", words], cwd=place, env={**os.environ, "PYTHONPATH": str(ROOT)})
    lines = done.stderr.splitlines()
    assert done.returncode == 2 and len(lines) == 2, done.stderr
    assert zh.format(place=place) in lines[0] and lines[0].endswith("。") and lines[1].endswith("."), done.stderr


@pytest.mark.parametrize("name", some(["docs", "overrides", "mkdocs.yml"], 3))
def test_a_project_that_is_not_whole(name: str, place: Path) -> None:
    project = project_copy(place / "project")
    (project / name).rename(project / "elsewhere")
    done = run([*MACROS, "build"], cwd=project, env=environment_of_a_copy())
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 2
    assert f"缺少 {name}。" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.night
def test_git_that_cannot_be_run(place: Path) -> None:
    """It is no reason to check without the history."""
    (place / "git").write_bytes(b"no program")
    (place / "git").chmod(0o755)
    done = run([*MACROS, "check", f"--data={place / 'data'}"], env={**os.environ, "PATH": str(place)})
    assert done.returncode == 1 and "“git”" in done.stderr and "Traceback" not in done.stderr


def test_a_fault_of_the_software() -> None:
    """It can be reported, without what nobody may publish."""
    program = "from macros.system import console; console.prepare(); raise ValueError('1' + '3812345678')"
    done = run([sys.executable, "-c", program])
    assert done.returncode == 1
    first, second, *trace = done.stderr.rstrip().splitlines()
    assert "这是软件的缺陷" in first and "代码仓库" in first and "a fault of the software" in second
    assert trace[0].startswith("Traceback") and trace[-1].startswith("ValueError: 13")
    assert "3812345678" not in done.stderr


ROWS = BY_NUMBER.items()


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        *((OSError(number, "", "/a"), *(one.split("{")[0] for one in (said.zh, said.en))) for number, said in ROWS),
        (OSError(errno.EIO, "broken", "c"), "系统报告错误：broken（“c”）。", 'reports an error: broken ("c").'),
        (OSError(errno.ENOSPC, "inotify watch limit reached"), "监视的文件已到上限", "watch no more files"),
        (FileNotFoundError(errno.ENOENT, "", "no-such-program"), "缺少程序", "is missing"),
        (FileNotFoundError(errno.ENOENT, "", "/no/such/file"), "找不到“/no/such/file”", "no file is missing"),
        (PermissionError(errno.EACCES, "", b"/\xff\n"), "没有权限使用“/··”", "no permission"),
        (OSError(errno.ENOSPC, ""), "磁盘已满，文件写不进去", "a file cannot be written"),
        (BrokenProcessPool(), "工作进程意外结束", "want of memory"),
        (subprocess.CalledProcessError(100, ["apt-get", "update"]), "程序“apt-get”没有成功（状态 100）", "status 100"),
        (MemoryError(), "内存不足", "not enough memory"),
        (KeyboardInterrupt(), "已中断", "Interrupted"),
        (RuntimeError("can't start new thread"), "不能再开新的进程或线程", "no more processes or threads"),
        (ModuleNotFoundError(name="yaml.x"), "缺少软件包“yaml.x”", 'The package "yaml.x" is missing'),
    ],
    ids=repr,
)  # fmt: skip
def test_why_and_the_way_out(error: BaseException, zh: str, en: str) -> None:
    said = failure_message(error)
    assert said is not None
    assert zh in said.zh and said.zh.endswith("。") and en in said.en and said.en.endswith(".")


def test_a_pool_that_cannot_start_a_thread() -> None:
    """Python then fails once more, to end what has not begun; that is told as what it is."""
    try:
        try:
            raise RuntimeError("can't start new thread")
        finally:
            threading.Thread().join()
    except RuntimeError as error:
        assert str(error) != "can't start new thread" and failure_message(error) == BY_NUMBER[errno.EAGAIN]


@pytest.mark.parametrize(
    "error",
    [ValueError("x"), OSError("x"), ModuleNotFoundError(name="macros.x"), ModuleNotFoundError(name="json.x")],
    ids=repr,
)
def test_what_is_our_own_fault(error: BaseException) -> None:
    assert failure_message(error) is None


def test_a_python_that_is_too_old() -> None:
    """The package says so before anything is read that an old Python does not understand."""
    done = run([sys.executable, "-c", "import sys; sys.version_info = (3, 10, 9); import macros"])
    check(done, "需要 Python 3.11 或更新的版本", "needs Python 3.11 or newer")


@pytest.mark.parametrize(("left", "kept"), [("nothing", False), ("unfit", False), ("gone", False), ("fit", True)])
def test_what_another_python_has_left(left: str, kept: bool, tmp_path: Path) -> None:
    """What cannot be used any longer is made again, and all that is installed in it is installed again."""
    for name in ("Makefile", "requirements/pip.txt", "requirements/site.txt", "macros/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    folder = tmp_path / ".venv"
    if left != "nothing":
        run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
        (folder / "site").touch()
    if left == "gone":
        (folder / "bin/python").unlink()
        (folder / "bin/python").symlink_to("/nowhere/python")
    if left == "fit":
        (next(folder.glob("lib/python*/site-packages")) / "pip.py").touch()
    done = run(["make", "-n", ".venv/site", f"PYTHON={sys.executable}"], cwd=tmp_path)
    assert ("-m venv --clear .venv" in done.stdout, " requirements/site.txt" in done.stdout) == (not kept,) * 2
    assert " requirements/pip.txt" in done.stdout, "whichever pip is there is not the one that is locked"
