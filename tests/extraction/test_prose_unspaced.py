"""Studies and work told in Chinese, Japanese and Korean."""

from __future__ import annotations

import pytest

from kg.extraction.prose import claims
from kg.model import Position, Study

STUDIED = [
    ("本科毕业于云溪大学。", ("云溪大学", "bachelor", False)),
    ("我目前就读于云溪大学，硕士研究生。", ("云溪大学", "master", True)),
    ("2015年に雲渓大学を卒業しました。", ("雲渓大学", None, False)),
    ("雲渓大学大学院の修士課程に在籍しています。", ("雲渓大学", "master", True)),
    ("운계대학교 컴퓨터공학과를 졸업했습니다.", ("운계대학교", None, False)),
]

WORKED = [
    ("现就职于云溪科技，担任工程师。", ("云溪科技", "job", True)),
    ("曾在云溪技术有限公司工作三年。", ("云溪技术有限公司", "job", False)),
    ("2022年在云溪跳动实习。", ("云溪跳动", "internship", False)),
    ("株式会社サンプルで働いています。", ("株式会社サンプル", "job", True)),
    ("현재 운계테크에서 근무하고 있습니다.", ("운계테크", "job", True)),
]


@pytest.mark.parametrize(("text", "study"), STUDIED)
def test_a_study_is_read(text: str, study: tuple[str, str | None, bool], outlined) -> None:
    (fact,) = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Study)]
    assert (fact.organization, fact.level and fact.level.value, fact.current) == study


@pytest.mark.parametrize(("text", "position"), WORKED)
def test_a_position_is_read(text: str, position: tuple[str, str, bool], outlined) -> None:
    (fact,) = [claim.fact for claim in claims(outlined(text)) if isinstance(claim.fact, Position)]
    assert (fact.organization, fact.kind.value, fact.current) == position


@pytest.mark.parametrize("text", ["我喜欢云溪大学的校园。", "大学では機械学習を学びました。", "저는 대학교가 좋아요."])
def test_a_name_alone_tells_nothing(text: str, outlined) -> None:
    assert [claim for claim in claims(outlined(text)) if isinstance(claim.fact, Study | Position)] == []
