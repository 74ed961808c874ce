"""Export a trained network as int8 ONNX: ``python -m training.export --run ../build/run1 --out extract/pipeline/model/...``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import srsly
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from newsgraph.extract.pipeline import role_files
from newsgraph.extract.pipeline.encoder import OUTPUTS

from .manifest import refresh
from .model import Network, Sizes
from .verbs import verbs

LEMMA_CHOICES = 6
"""Edit scripts kept for each word; the pipeline picks one that gives a known word."""


class Exported(nn.Module):
    """What runs at prediction time: windows in, everything the heads say about each word out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, breaks: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """``pieces``, ``shapes``, ``breaks``: 1 x pieces; ``words``: positions of the first pieces."""
        network = self.network
        vectors = network.encoder(pieces, shapes, breaks, padded=False)[0][words]
        arc_dep, arc_head = network.arc_inputs(vectors)
        label_dep, label_head = network.label_inputs(vectors)
        return (
            vectors, network.tags(vectors), network.starts(vectors)[:, 0], network.xpos(vectors).argmax(-1),
            network.feats(vectors).argmax(-1), *network.lemmas(vectors).topk(LEMMA_CHOICES),
            arc_dep, arc_head, label_dep, label_head,
        )  # fmt: skip


def load_network(run: Path, weights: str = "final.pt") -> tuple[Network, dict]:  # type: ignore[type-arg]
    """The trained network and its label tables."""
    tables = json.loads((run / "labels.json").read_text())
    network = Network(Sizes(**tables["sizes"]))
    state = torch.load(run / weights, weights_only=True)
    network.load_state_dict(state.get("network", state))
    return network.eval(), tables


def to_onnx(network: Network, path: Path) -> None:
    """Write the float network; the number of pieces and of words is free."""
    example = torch.ones(1, 24, dtype=torch.long)
    dynamic = {name: {1: "pieces"} for name in ("pieces", "shapes", "breaks")} | {"words": {0: "words"}}
    torch.onnx.export(
        Exported(network),
        (example, example, example, torch.arange(20)),
        str(path),
        input_names=["pieces", "shapes", "breaks", "words"],
        output_names=list(OUTPUTS),
        dynamic_axes=dynamic | {name: {0: "words"} for name in OUTPUTS},
        opset_version=17,
        dynamo=False,
    )


def fuse(path: Path, out: Path, sizes: Sizes) -> None:
    """Fuse attention, layer norm and GELU into onnxruntime's own operators.

    Sums stay outside of norms and biases outside of GELU: onnxruntime 1.32 computes SkipLayerNormalization six times
    slower than a sum and a LayerNormalization, and adds a bias for nothing where it multiplies matrices.
    """
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    options.enable_bias_gelu = False
    model = optimizer.optimize_model(
        str(path), model_type="bert", num_heads=sizes.attention_heads, hidden_size=sizes.width, opt_level=0,
        optimization_options=options,
    )  # fmt: skip
    print(model.get_fused_operator_statistics())
    model.save_model_to_file(str(out))


def quantize(path: Path, out: Path) -> None:
    """Weights and activations to int8, a scale for each output channel."""
    quantize_dynamic(
        str(path), str(out), per_channel=True, reduce_range=False, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Attention", "Gather"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip


def constants(network: Network) -> dict[str, np.ndarray]:
    """What the parser needs besides the session: the root's vectors and the label weight."""
    with torch.no_grad():
        root = network.root[None]
        one = torch.ones(1, 1)
        return {
            "root_arc": F.gelu(network.arc_head(root))[0].numpy(),
            "root_label": torch.cat([F.gelu(network.label_head(root)), one], -1)[0].numpy(),
            "label_weight": network.label_weight.numpy(),
        }


def assemble(model: Path, out: Path) -> None:
    """Write a spaCy pipeline folder around the model's files; a role head that lies there is kept, though it needs training anew."""
    import spacy

    import newsgraph
    import newsgraph.extract.pipeline.component
    import newsgraph.extract.pipeline.frames
    import newsgraph.extract.pipeline.tokenizer

    config = {"nlp": {"tokenizer": {"@tokenizers": "newsgraph.Tokenizer.v1"}}}
    nlp = spacy.blank("en", config=config)
    nlp.add_pipe("newsgraph_english").from_disk(model)  # type: ignore[attr-defined]
    if (out / "newsgraph_roles").is_dir():
        files = {name: (out / "newsgraph_roles" / name).read_bytes() for name in role_files.FILES}
        nlp.add_pipe("newsgraph_roles").from_bytes(srsly.msgpack_dumps(files))  # type: ignore[attr-defined]
    nlp.meta.update(
        name="newsgraph",
        version=newsgraph.__version__,
        description="English for news: one MiniLM encoder, UD tags, lemmas and trees, 18 name labels",
        license="MIT",
        author="newsgraph",
    )
    nlp.to_disk(out)
    refresh(out)


def main() -> None:
    """Export fp32 (for comparison) and int8."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", default="final.pt")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder of the spaCy pipeline")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument(
        "--float", action="store_true", help="leave the weights in float32, to measure what int8 costs"
    )
    options = parser.parse_args()
    network, tables = load_network(options.run, options.weights)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        model = folder / "model"
        model.mkdir()
        to_onnx(network, folder / "plain.onnx")
        fuse(folder / "plain.onnx", folder / "fused.onnx", network.sizes)
        if options.float:
            shutil.copy(folder / "fused.onnx", model / "encoder.onnx")
        else:
            quantize(folder / "fused.onnx", model / "encoder.onnx")
        np.savez(model / "constants.npz", **constants(network))
        tables = {"tags": tables["tags"], **tables["labels"], "verbs": verbs(options.corpora)}
        (model / "labels.json").write_text(json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True))
        shutil.copy(options.minilm / "tokenizer.json", model / "tokenizer.json")
        print(f"encoder.onnx: {(model / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")
        assemble(model, options.out)


if __name__ == "__main__":
    main()
