"""The role head in torch; parameters have the names and shapes that ``extract/pipeline/roles.py`` reads."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from newsgraph.extract.pipeline.role_features import BASE


@dataclass(frozen=True)
class RoleSizes:
    """Widths and numbers of rows."""

    rows: int
    senses: int
    roles: int
    functions: int
    vector: int = 384
    embedding: int = 64
    pair: int = 256
    middle: int = 128
    detect: int = 128
    sense: int = 64


@dataclass
class RoleExample:
    """Some sentences as tensors; ``predicates`` and ``pair_words`` are rows of ``vectors``."""

    vectors: Tensor
    possible: Tensor
    possible_features: Tensor
    possible_children: Tensor
    listed: Tensor
    is_predicate: Tensor
    predicates: Tensor
    features: Tensor
    children: Tensor
    gold_sense: Tensor
    choice_rows: Tensor
    choice_senses: Tensor
    choice_odds: Tensor
    pair_rows: Tensor
    pair_words: Tensor
    pair_features: Tensor
    gold_role: Tensor


class RoleNetwork(nn.Module):
    """Detection of predicates, choice of rolesets, and roles; ``dropout`` blanks vectors, ``forget`` single features."""

    def __init__(
        self,
        sizes: RoleSizes,
        trained: Tensor,
        functions: Tensor,
        *,
        dropout: float = 0.25,
        forget: float = 0.1,
        noise: float = 0.2,
    ) -> None:
        super().__init__()
        self.trained, self.functions_of = trained, functions
        self.forget, self.noise = forget, noise
        self.dropout = nn.Dropout(dropout)
        v, e, p = sizes.vector, sizes.embedding, sizes.pair
        shapes = {
            "detect": (v, sizes.detect), "detect_features": (e, sizes.detect), "detect_children": (BASE, sizes.detect),
            "detect_listed": (1, sizes.detect), "detect_out": (sizes.detect, 1),
            "sense": (v, sizes.sense), "sense_features": (e, sizes.sense),
            "predicate": (v, p), "predicate_features": (e, p), "predicate_sense": (e, p), "predicate_children": (BASE, p),
            "functions": (sizes.functions, p), "argument": (v, p), "pair_features": (e, p), "middle": (p, sizes.middle),
            "out": (sizes.middle, sizes.roles),
        }  # fmt: skip
        biases = {
            "detect_bias": sizes.detect, "detect_out_bias": 1, "sense_bias": sizes.sense, "bias": p,
            "middle_bias": sizes.middle, "out_bias": sizes.roles,
        }  # fmt: skip
        weights = {
            name: nn.init.kaiming_uniform_(torch.empty(shape[::-1]), a=5**0.5).T.contiguous()
            for name, shape in shapes.items()
        }
        weights |= {name: torch.zeros(size) for name, size in biases.items()}
        weights |= {
            "table": torch.randn(sizes.rows, e) * 0.05,
            "sense_rows": torch.randn(sizes.senses, sizes.sense) * 0.02,
        }
        self.w = nn.ParameterDict(weights)

    def vectors(self, vectors: Tensor) -> Tensor:
        """Vectors with dropout and noise, the same for all that reads them."""
        noisy = vectors + self.noise * torch.randn_like(vectors) if self.training else vectors
        return self.dropout(noisy)

    def _embed(self, rows: Tensor) -> Tensor:
        found = F.embedding(rows, self.w["table"])
        if self.training:
            found = found * (torch.rand(*rows.shape, 1) > self.forget)
        return self.dropout(found.sum(1))

    def detection(self, example: RoleExample, vectors: Tensor) -> Tensor:
        """Logits of being a predicate, for each possible one."""
        w = self.w
        inner = (
            vectors[example.possible] @ w["detect"]
            + self._embed(example.possible_features) @ w["detect_features"]
        )
        inner = (
            inner
            + example.possible_children @ w["detect_children"]
            + example.listed[:, None] @ w["detect_listed"]
        )
        return (self.dropout(F.relu(inner + w["detect_bias"])) @ w["detect_out"])[:, 0] + w["detect_out_bias"]

    def senses(self, example: RoleExample, vectors: Tensor) -> Tensor:
        """Logits of every roleset each predicate can have."""
        w = self.w
        inner = vectors[example.predicates] @ w["sense"] + self._embed(example.features) @ w["sense_features"]
        inner = self.dropout(torch.tanh(inner + w["sense_bias"]))
        rows = F.embedding(self.trained[example.choice_senses], w["sense_rows"])
        return example.choice_odds + (inner[example.choice_rows] * rows).sum(1)

    def roles(self, example: RoleExample, vectors: Tensor, senses: Tensor) -> Tensor:
        """Logits of the roles of each pair, given each predicate's roleset (-1: none)."""
        w = self.w
        known = (senses >= 0).float()[:, None]
        named = self.trained[senses] * (senses >= 0)
        if self.training:
            named = named * (torch.rand(len(named)) > 0.15)
        own = (
            vectors[example.predicates] @ w["predicate"]
            + self._embed(example.features) @ w["predicate_features"]
        )
        own = own + F.embedding(named + self.sense_base, w["table"]) @ w["predicate_sense"]
        own = (
            own
            + example.children @ w["predicate_children"]
            + (self.functions_of[senses] * known) @ w["functions"]
            + w["bias"]
        )
        inner = own[example.pair_rows] + (vectors @ w["argument"])[example.pair_words]
        inner = F.relu(inner + self._embed(example.pair_features) @ w["pair_features"])
        inner = F.relu(self.dropout(inner) @ w["middle"] + w["middle_bias"])
        return self.dropout(inner) @ w["out"] + w["out_bias"]

    sense_base: int = 0

    def losses(self, example: RoleExample) -> dict[str, Tensor]:
        """Roles: summed over the pairs of a predicate. Detection and rolesets: mean."""
        vectors = self.vectors(example.vectors)
        roles = F.cross_entropy(
            self.roles(example, vectors, example.gold_sense), example.gold_role, reduction="sum"
        )
        detection = F.binary_cross_entropy_with_logits(self.detection(example, vectors), example.is_predicate)
        scores, rows = self.senses(example, vectors), example.choice_rows
        peak = torch.full((len(example.predicates),), -1e9).scatter_reduce(0, rows, scores, "amax").detach()
        total = torch.zeros(len(example.predicates)).scatter_add(0, rows, (scores - peak[rows]).exp())
        right = example.choice_senses == example.gold_sense[rows]
        senses = (total.log()[rows] + peak[rows] - scores)[right].mean()
        return {"roles": roles / len(example.predicates), "detection": 4 * detection, "senses": senses}
