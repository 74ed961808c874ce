"""Train the English pipeline: ``python -m training.train --out ../build/run``. Resumes from the last checkpoint."""

from __future__ import annotations

import argparse
import json
import pickle
import random
import sys
import time
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from newsgraph.extract.pipeline.pieces import PieceTable

from .augment import Names
from .batches import MISSING, TAGS, Batch, Encoded, Encoder, Labels, epoch
from .corpora import training_documents
from .model import Network, Sizes, load_minilm, set_loss

WEIGHTS = {"names": 2.0, "starts": 0.5, "xpos": 0.5, "feats": 0.5, "lemmas": 0.5, "arcs": 1.0, "deps": 1.0}
REPEATS = {"ewt": 3, "gum": 2}


def losses(network: Network, batch: Batch, masks: Tensor, words: Tensor | None = None) -> dict[str, Tensor]:
    """Mean loss of each head over the words that have its gold; ``words`` are their vectors, if they are there already."""
    if words is None:
        hidden = network.encoder(batch.pieces, batch.shapes, batch.breaks)
        words = network.dropout(hidden.reshape(-1, hidden.shape[-1])[batch.words])
    gold, found = batch.columns, {}
    known = gold["names"] != MISSING
    found["names"] = set_loss(network.tags(words[known]), masks[gold["names"][known]])
    known = gold["starts"] != MISSING
    found["starts"] = F.binary_cross_entropy_with_logits(
        network.starts(words[known])[:, 0], gold["starts"][known].float()
    )
    tree = batch.sentences >= 0
    if not tree.any():
        return found
    inside = words[tree]
    for name in ("xpos", "feats", "lemmas"):
        if (gold[name][tree] != MISSING).any():
            found[name] = F.cross_entropy(
                getattr(network, name)(inside), gold[name][tree], ignore_index=MISSING
            )
    found |= arc_losses(network, inside, batch, tree)
    return found


def arc_losses(network: Network, inside: Tensor, batch: Batch, tree: Tensor) -> dict[str, Tensor]:
    """Cross entropy of heads within the sentence (column 0 is the root) and of labels of gold heads."""
    position = torch.cumsum(tree, 0) - 1
    heads = batch.columns["heads"][tree]
    target = torch.where(heads >= 0, position[heads.clamp(min=0)] + 1, torch.where(heads == -1, 0, MISSING))
    sentences = batch.sentences[tree]
    with_root = torch.cat([network.root[None], inside])
    dependents, _ = network.arc_inputs(inside)
    _, candidates = network.arc_inputs(with_root)
    size = len(inside)
    # score block by block: a batch holds thousands of words, a sentence a few dozen
    bounds = torch.cat(
        [torch.tensor([0]), torch.nonzero(sentences[1:] != sentences[:-1])[:, 0] + 1, torch.tensor([size])]
    )
    lengths = (bounds[1:] - bounds[:-1]).tolist()
    longest = max(lengths)
    index = torch.zeros(len(lengths), longest, dtype=torch.long)
    mask = torch.zeros(len(lengths), longest, dtype=torch.bool)
    for row, (start, length) in enumerate(zip(bounds.tolist(), lengths, strict=False)):
        index[row, :length] = torch.arange(start, start + length)
        mask[row, :length] = True
    head_block = torch.cat([candidates[:1].expand(len(lengths), 1, -1), candidates[index + 1]], 1)
    scores = dependents[index] @ head_block.transpose(1, 2)
    allowed = torch.cat([torch.ones(len(lengths), 1, dtype=torch.bool), mask], 1)
    scores = scores.masked_fill(~allowed[:, None, :], -1e4)
    local = torch.where(target > 0, target - bounds[:-1].repeat_interleave(torch.tensor(lengths)), target)
    gold = local[index].masked_fill(~mask, MISSING)
    arcs = F.cross_entropy(scores.reshape(-1, longest + 1), gold.reshape(-1), ignore_index=MISSING)
    has = (target != MISSING) & (batch.columns["deps"][tree] != MISSING)
    label_dependents, _ = network.label_inputs(inside[has])
    _, label_heads = network.label_inputs(with_root[target[has]])
    labels = F.cross_entropy(
        network.label_scores(label_dependents, label_heads), batch.columns["deps"][tree][has]
    )
    return {"arcs": arcs, "deps": labels}


def prepare(corpora: Path, table: PieceTable, cache: Path) -> tuple[Labels, list[Encoded], Tensor, Names]:
    """Read and encode the training data, once."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())  # type: ignore[no-any-return]
    documents = training_documents(corpora)
    labels = Labels.of(documents)
    encoder = Encoder(labels, table)
    encoded = [
        encoder.encode(document) for document in documents for _ in range(REPEATS.get(document.corpus, 1))
    ]
    result = labels, encoded, encoder.masks(), Names(documents, corpora / "gazetteers")
    cache.write_bytes(pickle.dumps(result))
    return result


def optimizer_of(network: Network, rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW with a slower rate for the word embeddings and a faster one for what is new."""
    groups: dict[str, list[torch.nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if name == "encoder.pieces.weight":
            groups["pieces"].append(parameter)
        elif name.startswith("encoder.") and "shapes" not in name and "breaks" not in name:
            groups["encoder"].append(parameter)
        else:
            groups["heads"].append(parameter)
    rates = {"pieces": rate / 2, "encoder": rate, "heads": head_rate}
    return torch.optim.AdamW(
        [{"params": groups[name], "lr": rates[name], "base": rates[name]} for name in sorted(groups)],
        weight_decay=0.01,
        fused=True,
    )


def main() -> None:
    """Train, saving a checkpoint every ``--every`` seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--minilm", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--init", type=Path, help="final.pt of an earlier run with the same labels, to go on from"
    )
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--budget", type=int, default=2560, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--every", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    table = PieceTable.from_file(options.minilm / "tokenizer.json")
    labels, documents, masks, names = prepare(options.corpora, table, options.out / "data.pickle")
    sizes = Sizes(len(TAGS), len(labels.xpos), len(labels.feats), len(labels.lemmas), len(labels.deps))
    network = Network(sizes)
    load_minilm(network, options.minilm / "model.safetensors")
    if options.init:
        network.load_state_dict(torch.load(options.init, weights_only=True))
    optimizer = optimizer_of(network, options.rate, options.head_rate)
    pieces = sum(len(p) for document in documents for p in document.pieces)
    counted = epoch(documents, table, names, budget=options.budget, rng=random.Random(0))
    batches_per_epoch = sum(1 for _ in counted)
    total = int(batches_per_epoch * options.epochs)
    (options.out / "labels.json").write_text(
        json.dumps({"labels": asdict(labels), "sizes": asdict(sizes), "tags": TAGS})
    )
    print(
        f"{len(documents)} documents, {pieces} pieces, {batches_per_epoch} batches an epoch, {total} steps",
        flush=True,
    )
    step = resume(options.out / "checkpoint.pt", network, optimizer)
    run(network, optimizer, documents, table, masks, names, options, step, total, batches_per_epoch)


def resume(path: Path, network: Network, optimizer: torch.optim.Optimizer) -> int:
    """Load a checkpoint when there is one; the step it was taken at."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def save(path: Path, network: Network, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint, whole or not at all."""
    temporary = path.with_suffix(".new")
    torch.save(
        {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, temporary
    )
    temporary.replace(path)


def run(
    network: Network,
    optimizer: torch.optim.Optimizer,
    documents: list[Encoded],
    table: PieceTable,
    masks: Tensor,
    names: Names,
    options: argparse.Namespace,
    step: int,
    total: int,
    per_epoch: int,
) -> None:
    """The training loop: linear warm-up over 6 % of the steps, then linear decay."""
    network.train()
    sums: dict[str, float] = defaultdict(float)
    began, saved, seen, first = time.time(), time.time(), 0, step
    while step < total:
        number = step // per_epoch
        rng = random.Random(options.seed * 1000 + number)
        for i, batch in enumerate(epoch(documents, table, names, budget=options.budget, rng=rng)):
            if i < step - number * per_epoch:
                continue
            if step >= total or i >= per_epoch:
                break
            factor = min(step / (0.06 * total + 1), (total - step) / (0.94 * total))
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * max(factor, 0.0)
            found = losses(network, batch, masks)
            loss = sum(WEIGHTS[name] * value for name, value in found.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            seen += batch.pieces.numel()
            for name, value in found.items():
                sums[name] += 0.02 * (value.item() - sums[name]) if name in sums else value.item()
            if step % 50 == 0:
                rate = seen / (time.time() - began)
                left = (total - step) * (time.time() - began) / (step - first) / 60
                shown = " ".join(f"{name} {value:.3f}" for name, value in sorted(sums.items()))
                print(f"step {step}/{total} {rate:.0f} pieces/s {left:.0f} min left  {shown}", flush=True)
            if time.time() - saved > options.every:
                save(options.out / "checkpoint.pt", network, optimizer, step)
                saved = time.time()
        else:
            step = max(step, (number + 1) * per_epoch)
    save(options.out / "checkpoint.pt", network, optimizer, step)
    torch.save(network.state_dict(), options.out / "final.pt")


if __name__ == "__main__":
    sys.exit(main())
