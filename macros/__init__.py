# coding: utf-8 -- Python 2 needs this to read the file, and to say that it is too old.  # noqa: UP009
"""Turns a bureau's public records (data/) into a bilingual disclosure site.

The folders are the steps of the pipeline; each uses only those before it. ``make rooms`` lists them in order.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- An older Python can read this file, and says so in words.
    sys.exit(
        "本软件需要 Python 3.11 或更新的版本，当前是 %s。请安装新版本，例如 PYTHON=python3.12 make site。\n"
        "This software needs Python 3.11 or newer; this is %s. Install one and name it: PYTHON=python3.12 make site."
        % ((sys.version.split()[0],) * 2)
    )
