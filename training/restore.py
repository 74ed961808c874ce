"""Make float weights of a shipped encoder, to train on: ``python -m training.restore --out ../build/restored``.

The int8 weights are multiplied by their scales, so that the network computes what is shipped to within rounding. Only the
vector of the root is not in the file; one is sought that gives the root's arc and label inputs, which are.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional as F  # noqa: N812

import newsgraph.extract.pipeline as pipeline

from .batches import TAGS
from .model import Network, Sizes, sizes_to_dict

Arrays = dict[str, np.ndarray]


def initializers(path: Path) -> tuple[Arrays, list[str]]:
    """The graph's arrays by name, and its matrices in the order of their use."""
    graph = onnx.load(str(path)).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    used = [
        node.input[1].removesuffix("_quantized")
        for node in graph.node
        if node.op_type in ("MatMulInteger", "QAttention")
    ]
    return arrays, used


def dequantised(arrays: Arrays, name: str) -> np.ndarray:
    """A matrix as floats."""
    zero = arrays.get(f"{name}_zero_point", np.zeros(1)).astype(np.float32)
    return (arrays[f"{name}_quantized"].astype(np.float32) - zero) * arrays[f"{name}_scale"]


def restore(folder: Path, sizes: Sizes) -> dict[str, torch.Tensor]:
    """A state for ``Network`` from the files of a pipeline's encoder."""
    arrays, used = initializers(folder / "encoder.onnx")
    state: Arrays = {}
    for name in ("pieces", "positions", "shapes", "breaks"):
        state[f"encoder.{name}.weight"] = dequantised(arrays, f"network.encoder.{name}.weight")
    for name, values in arrays.items():
        if name.startswith("network.") and name.endswith(
            (".bias", "norm.weight", "norm1.weight", "norm2.weight", "arc_bias")
        ):
            state[name.removeprefix("network.")] = values
    plain = iter([name for name in used if name.startswith("onnx::MatMul")])
    for i in range(sizes.layers):
        layer = f"encoder.layers.{i}"
        mixed, biases = dequantised(arrays, f"Attention_{i}_qkv_weight"), arrays[f"Attention_{i}_qkv_bias"]
        for part, weight, bias in zip(
            ("query", "key", "value"), np.split(mixed, 3, axis=1), np.split(biases, 3), strict=True
        ):
            state[f"{layer}.{part}.weight"], state[f"{layer}.{part}.bias"] = weight.T, bias
        for part in ("out", "up", "down"):
            state[f"{layer}.{part}.weight"] = dequantised(arrays, next(plain)).T
    for name in (
        "tags",
        "xpos",
        "feats",
        "lemmas",
        "starts",
        "arc_dep",
        "arc_head",
        "label_dep",
        "label_head",
    ):
        state[f"{name}.weight"] = dequantised(arrays, f"network.{name}.weight_Transposed").T
    state["arc_weight"] = dequantised(arrays, "network.arc_weight")
    constants = np.load(folder / "constants.npz")
    state["label_weight"] = constants["label_weight"]
    tensors = {name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in state.items()}
    return tensors | {"root": find_root(tensors, constants)}


def find_root(state: dict[str, torch.Tensor], constants: Arrays) -> torch.Tensor:
    """A root vector that gives the inputs of arcs and labels that are known of it."""
    arc, label = (torch.from_numpy(constants[name]) for name in ("root_arc", "root_label"))
    root = torch.zeros(state["arc_head.weight"].shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([root], max_iter=2000, line_search_fn="strong_wolfe")

    def miss() -> torch.Tensor:
        arcs = F.gelu(F.linear(root, state["arc_head.weight"], state["arc_head.bias"])) - arc
        labels = F.gelu(F.linear(root, state["label_head.weight"], state["label_head.bias"])) - label[:-1]
        return arcs.square().sum() + labels.square().sum()

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = miss()
        loss.backward()
        return loss

    optimizer.step(closure)  # type: ignore[arg-type]
    print(f"root vector: squared error {float(miss()):.2g}")
    return root.detach()


def sizes_of(tables: dict[str, list[str]]) -> Sizes:
    """The sizes that a pipeline's label tables imply."""
    return Sizes(len(TAGS), *(len(tables[name]) for name in ("xpos", "feats", "lemmas", "deps")))


def main() -> None:
    """Write ``final.pt`` and ``labels.json`` as ``training.train`` does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", type=Path, default=pipeline.MODEL)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    folder = options.pipeline / "newsgraph_english"
    tables = json.loads((folder / "labels.json").read_text(encoding="utf8"))
    sizes = sizes_of(tables)
    network = Network(sizes)
    network.load_state_dict(restore(folder, sizes))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "final.pt")
    labels = {name: tables[name] for name in ("xpos", "feats", "lemmas", "deps")}
    content = {"tags": list(TAGS), "labels": labels, "sizes": sizes_to_dict(sizes)}
    (options.out / "labels.json").write_text(json.dumps(content, ensure_ascii=False))


if __name__ == "__main__":
    main()
