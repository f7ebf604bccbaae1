"""What day it is: the one place that looks at a clock. Nothing of it reaches the site."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def today() -> date:
    """Today in China, or the day of ``SOURCE_DATE_EPOCH`` (seconds), so that an old state can be built again."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    return now.astimezone(CHINA).date()
