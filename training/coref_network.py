"""The network of the coreference ranker, as it is trained; ``extract/coreference/ranker.py`` computes it with numpy."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor, nn

from .coref_examples import Example


class Network(nn.Module):
    """The network that ``extract/coreference/ranker.py`` computes with numpy."""

    def __init__(
        self, vectors: int, mentions: int, pairs: int, *, width: int, deep: int, dropout: float
    ) -> None:
        super().__init__()
        self.mean = nn.Parameter(torch.zeros(vectors), requires_grad=False)
        self.scale = nn.Parameter(torch.ones(vectors), requires_grad=False)
        self.mention = nn.Linear(vectors + mentions, width)
        self.first = nn.Linear(width, width, bias=False)
        self.second = nn.Linear(width, width)
        self.product = nn.Linear(width, width, bias=False)
        self.pair = nn.Linear(pairs, width, bias=False)
        self.deep = nn.Linear(width, deep)
        self.out = nn.Linear(deep, 1, bias=False)
        self.alone = nn.Linear(width, deep)
        self.alone_out = nn.Linear(deep, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, example: Example) -> Tensor:
        """Scores of the pairs over having no antecedent."""
        vectors = self.dropout((example.vectors - self.mean) / self.scale)
        mentions = self.dropout(torch.relu(self.mention(torch.cat([vectors, example.mentions], dim=1))))
        first, second = self.first(mentions), self.second(mentions)
        a, b = example.first, example.second
        hidden = first[a] + second[b] + self.product(mentions[a] * mentions[b]) + self.pair(example.pairs)
        hidden = self.dropout(torch.relu(self.deep(self.dropout(torch.relu(hidden)))))
        alone = self.alone_out(torch.relu(self.alone(mentions))).squeeze(1)
        scores: Tensor = self.out(hidden).squeeze(1) - alone[b]
        return scores

    def _places(self) -> dict[str, Tensor]:
        """The weights under the names that the numpy model reads, turned as it reads them."""
        layers = {"mention": self.mention, "deep": self.deep, "alone": self.alone}
        found: dict[str, Tensor] = {"mean": self.mean, "scale": self.scale, "pair_bias": self.second.bias}
        for name, layer in layers.items():
            found[name], found[f"{name}_bias"] = layer.weight.T, layer.bias
        for name in ("first", "second", "product", "pair"):
            found[name] = getattr(self, name).weight.T
        found["out"], found["alone_out"] = self.out.weight[0], self.alone_out.weight[0]
        found["alone_out_bias"] = self.alone_out.bias[0]
        return found

    def export(self) -> dict[str, np.ndarray]:
        """The weights as they are written."""
        return {
            name: values.detach().numpy().astype(np.float16 if values.dim() > 1 else np.float32)
            for name, values in self._places().items()
        }

    @torch.no_grad()
    def take(self, weights: Mapping[str, np.ndarray]) -> None:
        """Take weights that :meth:`export` gave."""
        for name, place in self._places().items():
            place.copy_(torch.from_numpy(weights[name].astype(np.float32)))


def loss_of(network: Network, example: Example) -> Tensor:
    """The negative log likelihood of all right antecedents together (Durrett and Klein 2013)."""
    scores = torch.cat([network(example), torch.full((1,), -1e4)])
    grid = scores[example.grid].masked_fill(~example.open, -1e4)
    none = torch.zeros(len(grid), 1)
    total = torch.logsumexp(torch.cat([none, grid], dim=1), dim=1)
    good = torch.where(example.alone_allowed[:, None], none, torch.full_like(none, -1e4))
    right = torch.logsumexp(torch.cat([good, grid.masked_fill(~example.right, -1e4)], dim=1), dim=1)
    return (total - right).sum() * example.weight
