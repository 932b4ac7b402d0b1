"""Dates are as precise as stated, and no more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import PartialDate, Period

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
partial = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    days,
    st.integers(min_value=1, max_value=3),
)


@given(partial)
def test_a_date_survives_its_own_text(value: PartialDate) -> None:
    assert PartialDate.parse(str(value)) == value


@given(partial)
def test_the_bounds_are_what_the_precision_allows(value: PartialDate) -> None:
    width = value.latest - value.earliest
    assert width in {
        timedelta(0) if value.day else None,
        *([timedelta(days=n) for n in (27, 28, 29, 30)] if value.month and not value.day else []),
        *([timedelta(days=n) for n in (364, 365)] if not value.month else []),
    }
    assert str(value.earliest).startswith(str(value))
    assert str(value.latest).startswith(str(value))


@given(st.lists(partial, max_size=6))
def test_the_order_is_total_and_follows_the_first_day(values: list[PartialDate]) -> None:
    ordered = sorted(values)
    assert [value.earliest for value in ordered] == sorted(value.earliest for value in values)
    backwards = [*reversed(values)]
    assert ordered == sorted(backwards)


@pytest.mark.parametrize("text", ["", "21", "2021-7", "2021-13", "2021-02-30", "2021-07-01T00:00", "present", "٢٠٢١"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="without a month"):
        PartialDate(2021, None, 3)


@pytest.mark.parametrize(
    ("period", "edtf", "shown"),
    [
        (Period(), "", ""),
        (Period(PartialDate(2021, 7), PartialDate(2023, 10)), "2021-07/2023-10", "2021-07 – 2023-10"),
        (Period(PartialDate(2024, 8), None, current=True), "2024-08/..", "2024-08 – present"),
        (Period(PartialDate(2024, 8)), "2024-08/", "2024-08 – ?"),
        (Period(None, PartialDate(2020)), "/2020", "? – 2020"),
        (Period(PartialDate(2018), PartialDate(2018)), "2018/2018", "2018"),
    ],
)
def test_a_period_is_written_as_edtf(period: Period, edtf: str, shown: str) -> None:
    assert period.edtf == edtf
    assert str(period) == shown
