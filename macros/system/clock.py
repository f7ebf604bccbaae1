"""What day it is: the one place that looks at a clock. Nothing of it reaches the site."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

from macros.problems import Refused
from macros.text.languages import Bilingual

CHINA = timezone(timedelta(hours=8))


def today() -> date:
    """Today in China, or the day of ``SOURCE_DATE_EPOCH`` (seconds), so that an old state can be built again.

    Raises Refused where that is no number of seconds, or no day that a calendar has.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
        return now.astimezone(CHINA).date()
    except (ValueError, OverflowError, OSError):
        raise Refused(
            Bilingual(
                f"SOURCE_DATE_EPOCH 须是 1970 年以来的秒数，此处为“{given}”。请改正或不写。",
                f'SOURCE_DATE_EPOCH must be seconds since 1970, not "{given}". Correct it, or leave it out.',
            )
        ) from None
