"""The network in torch: a MiniLM encoder with case and break embeddings, and one head per annotation.

Encoder after Wang et al. (2020), "MiniLM"; arcs and labels after Dozat & Manning (2017), "Deep biaffine attention".
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from newsgraph.extract.pipeline.pieces import BREAKS, SHAPES


@dataclass(frozen=True)
class Sizes:
    """Widths of the network; the numbers of labels come from the training data."""

    tags: int
    xpos: int
    feats: int
    lemmas: int
    deps: int
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    arc: int = 256
    label: int = 64
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer, norms after the residual as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.attention_heads = sizes.attention_heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, sizes.inner), nn.Linear(sizes.inner, width)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """``x`` is batch x pieces x width; ``bias`` is added to the attention scores (minus a lot at padding)."""
        batch, length, width = x.shape
        depth = width // self.attention_heads

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.attention_heads, depth).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if bias is None:  # spelled out, as onnxruntime's fusion looks for this shape
            mixed = (query @ key.transpose(-1, -2) / depth**0.5).softmax(-1) @ value
        else:
            mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces, shapes and breaks (batch x pieces, 0 = padding in ``pieces``) to vectors."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes, self.breaks = nn.Embedding(SHAPES, sizes.width), nn.Embedding(BREAKS, sizes.width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.breaks.weight, std=0.02)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(sizes.dropout)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))

    def forward(self, pieces: Tensor, shapes: Tensor, breaks: Tensor, *, padded: bool = True) -> Tensor:
        """Vectors of all pieces, batch x pieces x width; ``padded=False`` promises that no piece is padding."""
        bias = (pieces == 0).to(torch.float32)[:, None, None, :] * -10000.0 if padded else None
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(positions)[None] + self.shapes(shapes) + self.breaks(breaks)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """The encoder with its heads; heads see the first piece of each word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        width = sizes.width
        self.tags, self.xpos, self.feats, self.lemmas = (
            nn.Linear(width, n) for n in (sizes.tags, sizes.xpos, sizes.feats, sizes.lemmas)
        )
        self.starts = nn.Linear(width, 1)
        self.arc_dep, self.arc_head = nn.Linear(width, sizes.arc), nn.Linear(width, sizes.arc)
        self.label_dep, self.label_head = nn.Linear(width, sizes.label), nn.Linear(width, sizes.label)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc_weight = nn.Parameter(torch.eye(sizes.arc) * 0.05)
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.label_weight = nn.Parameter(torch.zeros(sizes.label + 1, sizes.deps * (sizes.label + 1)))
        nn.init.normal_(self.label_weight, std=0.02)
        self.dropout = nn.Dropout(sizes.dropout * 2)

    def arc_inputs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Dependent (already through the biaffine weight) and head vectors; their dot product scores an arc."""
        dependents = self.dropout(F.gelu(self.arc_dep(words))) @ self.arc_weight + self.arc_bias
        return dependents, self.dropout(F.gelu(self.arc_head(words)))

    def label_inputs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Dependent and head vectors for labels, each with a 1 appended."""
        one = torch.ones_like(words[..., :1])
        dependents = torch.cat([self.dropout(F.gelu(self.label_dep(words))), one], -1)
        return dependents, torch.cat([self.dropout(F.gelu(self.label_head(words))), one], -1)

    def label_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of every label for pairs of rows: pairs x labels."""
        mixed = (dependents @ self.label_weight).view(len(dependents), self.sizes.deps, -1)
        return (mixed @ heads[:, :, None])[:, :, 0]


def set_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Mean negative log probability of the allowed set of classes; ``allowed`` is a 0/1 mask of ``scores``'s shape."""
    inside = scores.masked_fill(allowed == 0, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - inside).mean()


def load_minilm(network: Network, weights: Path) -> None:
    """Start the encoder from a BERT-shaped ``model.safetensors``; case and break embeddings stay new."""
    state = load_file(str(weights))
    state = {name.removeprefix("bert."): value for name, value in state.items()}
    encoder = network.encoder
    names = {
        "embeddings.word_embeddings.weight": encoder.pieces.weight,
        "embeddings.position_embeddings.weight": encoder.positions.weight,
        "embeddings.LayerNorm.weight": encoder.norm.weight,
        "embeddings.LayerNorm.bias": encoder.norm.bias,
    }
    parts = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "out", "attention.output.LayerNorm": "norm1",
        "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2",
    }  # fmt: skip
    for i, layer in enumerate(encoder.layers):
        for theirs, ours in parts.items():
            for kind in ("weight", "bias"):
                names[f"encoder.layer.{i}.{theirs}.{kind}"] = getattr(getattr(layer, ours), kind)
    with torch.no_grad():
        for name, parameter in names.items():
            parameter.copy_(state[name])
        # every piece of the old model was of segment 0
        encoder.pieces.weight += state["embeddings.token_type_embeddings.weight"][0]


def sizes_to_dict(sizes: Sizes) -> dict[str, float]:
    """For a checkpoint."""
    return asdict(sizes)
