"""The adapter to a translation service of the bureau's own: off unless the environment names a command for it.

The command in the variable TRANSLATOR gets one JSON object a line, ``{"zh": …, "to": "en", "terms": {…}}``, and answers
each with a line ``{"text": …}``. What it says is a proposal: it comes with the marker, and a person decides.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence

from macros.problems import Refused
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED, without_marker
from macros.translating.memory import Memory

VARIABLE = "TRANSLATOR"
FAILED = Bilingual(
    "翻译程序（TRANSLATOR）没有运行成功，没有写任何文件。请检查这条命令，或取消 TRANSLATOR 后再运行。",
    "The translator (TRANSLATOR) did not succeed; no file was written. Check the command, or unset it.",
)
NO_ANSWER = Bilingual(
    '翻译程序（TRANSLATOR）的答复不对：每行输入应答复一行 JSON，如 {"text": "…"}。没有写任何文件。',
    'The translator (TRANSLATOR) must answer every line with one line of JSON, {"text": "…"}; no file was written.',
)


def proposed_by_service(texts: Sequence[str], code: str, memory: Memory) -> Mapping[str, str]:
    """What the bureau's own service says for Chinese texts, each with the marker; nothing where none is configured.

    Raises Refused where the command fails or answers otherwise than agreed.
    """
    command = shlex.split(os.environ.get(VARIABLE, ""))
    asked = list(dict.fromkeys(texts)) if command else []
    if not asked:
        return {}
    lines = (
        json.dumps({"zh": zh, "to": code, "terms": {one.zh: one.said for one in memory.terms(zh)}}, ensure_ascii=False)
        for zh in asked
    )
    try:
        done = subprocess.run(
            command, input="".join(f"{line}\n" for line in lines).encode(), capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        raise Refused(FAILED) from None
    try:
        answers = [json.loads(line)["text"] for line in done.stdout.decode("utf-8").splitlines() if line.strip()]
    except (ValueError, KeyError, TypeError):
        raise Refused(NO_ANSWER) from None
    if len(answers) != len(asked) or not all(isinstance(one, str) for one in answers):
        raise Refused(NO_ANSWER)
    spoken = (" ".join(without_marker(one).split()) for one in answers)
    return {zh: f"{UNDECIDED}{said}" for zh, said in zip(asked, spoken, strict=True) if said}
