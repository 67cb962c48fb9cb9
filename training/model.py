"""Read attributions from a text with model.onnx: onnxruntime, tokenizers and numpy only.

    python model.py FILE.txt            prints JSON
    from model import Model; Model().read(text) -> list[Attribution]
"""
from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from decode import Attribution, Floats, LinkBias, Settings, Window, decode
from encode import CLS, SEP, TOKENIZER, encode, windows


class Model:
    """The tagger, loaded once; one thread."""

    def __init__(self, path: Path = TOKENIZER.with_name("attribution-tagger-4.onnx"), tokenizer: Path = TOKENIZER,
                 settings: Settings | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.settings = settings or Settings()
        meta = self.session.get_modelmeta().custom_metadata_map
        self.bias = LinkBias(np.asarray(json.loads(meta["distance"]), np.float32),
                             np.asarray(json.loads(meta["gap"]), np.float32))

    def run(self, ids: list[int], features: list[int]) -> tuple[Floats, Floats]:
        tags, links = self.session.run(["tags", "links"], {"ids": np.asarray(ids, np.int64),
                                                           "features": np.asarray(features, np.int64)})
        return tags, links

    def read(self, text: str) -> list[Attribution]:
        pieces = encode(text, self.tokenizer)
        found = []
        for start, end in windows(pieces):
            tags, links = self.run([CLS, *pieces.ids[start:end], SEP], [0, *pieces.features[start:end], 0])
            found.append(Window(start, end, tags, links))
        return decode(text, pieces, found, self.bias, self.settings)


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else sys.stdin.read()
    json.dump([dataclasses.asdict(a) | {"level": a.level} for a in Model().read(text)], sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
