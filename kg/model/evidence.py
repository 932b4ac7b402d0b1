"""Evidence: the span of a text that says so."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kg.model.term import Term
from kg.terms import OA


class Evidence(BaseModel):
    """A quote and where it stands: `text.content[start:end] == quote`, in code points, end exclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Annotated[int, Field(ge=0), Term(OA.start)]
    end: Annotated[int, Field(ge=1), Term(OA.end)]
    quote: Annotated[str, Field(min_length=1), Term(OA.exact)]

    @model_validator(mode="after")
    def _span_holds_the_quote(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"the span {self.start}-{self.end} cannot hold a quote of {len(self.quote)} characters")
        return self
