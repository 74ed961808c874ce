"""Average the weights of runs or of their checkpoints: ``python -m training.average OUT WEIGHTS WEIGHTS ...``.

After Wortsman et al. (2022), "Model soups"; the networks must have grown from one, with the same labels.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of ``final.pt`` or ``checkpoint.pt`` files, and the labels of the last, to a new run's folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    options = parser.parse_args()
    loaded = [torch.load(path, weights_only=True) for path in options.weights]
    states = [state.get("network", state) for state in loaded]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    options.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(options.weights[-1].parent / "labels.json", options.out / "labels.json")
    torch.save(mean, options.out / "final.pt")


if __name__ == "__main__":
    main()
