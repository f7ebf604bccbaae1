"""Why a command stopped, in words, for all that is no fault of the software: disks, rights, what is not there."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from pathlib import Path

from macros.problems import printable
from macros.text.languages import Bilingual

ERRORS: tuple[tuple[tuple[str, ...], Bilingual], ...] = (  # Names of errno, of which a system may lack some.
    (("ENOSPC", "EDQUOT"), Bilingual(
        "磁盘已满，{what}写不进去。请腾出空间，再运行一次。",
        "The disk is full, so that {what} cannot be written. Make room and run this again.",
    )),
    (("EFBIG",), Bilingual(
        "文件超过了系统允许的大小，{what}写不进去。请放宽限制，再运行一次。",
        "A file would be larger than the system allows, so that {what} cannot be written. "
        "Raise the limit and run this again.",
    )),
    (("EROFS",), Bilingual(
        "磁盘是只读的，{what}写不进去。请换一个可以写入的文件夹。",
        "The disk is read-only, so that {what} cannot be written. Use a folder that can be written to.",
    )),
    (("EACCES", "EPERM"), Bilingual(
        "没有权限使用{what}。请检查它和所在文件夹的权限；如果别的软件正在使用它，请先关闭。",
        "There is no permission to use {what}. Check the rights to it and to its folder; "
        "if another program is using it, close that first.",
    )),
    (("EBUSY", "ETXTBSY"), Bilingual(
        "别的软件正在使用{what}。请先关闭那个软件，再运行一次。",
        "Another program is using {what}. Close that program and run this again.",
    )),
    (("EADDRINUSE",), Bilingual(
        "别的程序已占用{what}。请关闭那个程序，或换一个端口（PORT= 或 --port）。",
        "Another program is using {what}. Close that program, or choose another port (PORT= or --port).",
    )),
    (("ENOENT",), Bilingual(
        "找不到{what}。请检查路径，以及文件是否齐全。",
        "There is no {what}. Check the path, and that no file is missing.",
    )),
    (("ENOTDIR", "EISDIR", "EEXIST", "ENOTEMPTY"), Bilingual(
        "{what}不能用：需要文件夹的地方是文件，需要文件的地方是文件夹，或者已有别的内容。请移开它，或换一个路径。",
        "No use can be made of {what}: it is a file where a folder is wanted, a folder where a file is wanted, "
        "or in the way. Move it away, or use another path.",
    )),
    (("ENAMETOOLONG",), Bilingual(
        "路径太长：{what}。请把项目移到路径较短的文件夹。",
        "This path is too long: {what}. Move the project to a folder with a shorter path.",
    )),
    (("EMFILE", "ENFILE"), Bilingual(
        "打开的文件太多。请关闭一些软件，或放宽系统的限制（ulimit -n），再运行一次。",
        "Too many files are open. Close some programs, or raise the limit (ulimit -n), and run this again.",
    )),
    (("EAGAIN",), Bilingual(
        "系统不能再开新的进程或线程。请关闭一些软件，或放宽限制（ulimit -u、ulimit -v），再运行一次。",
        "The system can start no more processes or threads. Close some programs, or raise the limits "
        "(ulimit -u, ulimit -v), and run this again.",
    )),
    (("ENOMEM",), Bilingual(
        "内存不足。请关闭一些软件，再运行一次。",
        "There is not enough memory. Close some programs and run this again.",
    )),
)  # fmt: skip
BY_NUMBER = {getattr(errno, name): said for names, said in ERRORS for name in names if hasattr(errno, name)}
OTHER_ERROR = Bilingual("系统报告错误：{reason}（{what}）。", "The system reports an error: {reason} ({what}).")
ANY_FILE = Bilingual("文件", "a file")

NO_PROGRAM = Bilingual(
    "缺少程序{what}。请先安装它，再运行一次。",
    "The program {what} is missing. Install it and run this again.",
)
PROGRAM_FAILED = Bilingual(
    "程序{what}没有成功（状态 {reason}）。请按它在上面说的处理，再运行一次。",
    "The program {what} has failed (status {reason}). Do as it says above and run this again.",
)
NO_PACKAGE = Bilingual(
    "缺少软件包{what}。请运行 make site；没有 make 时，请运行 python -m pip install -r requirements/site.txt。",
    "The package {what} is missing. Run make site or, without make, python -m pip install -r requirements/site.txt.",
)
NO_WATCHING = Bilingual(
    "系统能同时监视的文件已到上限。请关闭一些软件，或放宽限制（sysctl fs.inotify）。",
    "The system can watch no more files. Close some programs, or raise the limit (sysctl fs.inotify).",
)
WORKER_DIED = Bilingual(
    "一个工作进程意外结束，多半是内存不足。请关闭一些软件，再运行一次。",
    "A worker process has died, most likely for want of memory. Close some programs and run this again.",
)
NO_THREAD = "can't start new thread"
"""What Python says where the system starts no more threads, without the number of the error."""
INTERRUPTED = Bilingual("已中断。", "Interrupted.")


def failure_message(error: BaseException) -> Bilingual | None:
    """Why a command stopped and the way out, in both languages; None for a fault of the software."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, MemoryError):
        return BY_NUMBER[errno.ENOMEM]
    if has_no_thread(error):
        return BY_NUMBER[errno.EAGAIN]
    if isinstance(error, BrokenExecutor):
        return WORKER_DIED
    if isinstance(error, ModuleNotFoundError) and error.name and is_package(error.name):
        return about_one_thing(NO_PACKAGE, error.name)
    if isinstance(error, subprocess.CalledProcessError):
        return about_one_thing(PROGRAM_FAILED, printable_name(error.cmd[0]), str(error.returncode))
    if isinstance(error, OSError) and error.errno is not None:
        return system_error(error, error.errno)
    return None


def has_no_thread(error: BaseException) -> bool:
    """Whether a thread could not be started; that may have made a pool of processes fail in its turn."""
    return str(error) == NO_THREAD or (isinstance(error, RuntimeError) and str(error.__context__) == NO_THREAD)


def system_error(error: OSError, number: int) -> Bilingual:
    """What the system has refused, by the number of the error, and the file it is about."""
    what = printable_name(error.filename)
    if number == errno.ENOENT and is_program(error.filename):
        return about_one_thing(NO_PROGRAM, what)
    if "inotify" in str(error.strerror):
        return NO_WATCHING
    return about_one_thing(BY_NUMBER.get(number, OTHER_ERROR), what, str(error.strerror or number))


def is_package(module: str) -> bool:
    """Whether a module comes with a package that is to be installed, and not with us or with Python."""
    return module.partition(".")[0] not in {"macros", *sys.stdlib_module_names}


def is_program(name: object) -> bool:
    """Whether what is missing is a program that was to be run, which is named without its folder."""
    return isinstance(name, str) and Path(name).name == name and not os.path.lexists(name) and not shutil.which(name)


def printable_name(name: object) -> str:
    """The name of a file as it may be printed, with / on every system; nothing where the system has told none."""
    if not isinstance(name, str | bytes | os.PathLike):
        return ""
    return printable(os.fsdecode(name).replace(os.sep, "/"))


def about_one_thing(said: Bilingual, what: str, reason: str = "") -> Bilingual:
    """A message about one thing."""
    zh, en = (f"“{what}”", f'"{what}"') if what else (ANY_FILE.zh, ANY_FILE.en)
    return Bilingual(said.zh.format(what=zh, reason=reason), said.en.format(what=en, reason=reason))
