"""The sentence model (BERT in six layers, all-MiniLM-L6-v2) as an ONNX graph, written from its weights.

Its package brings the weights alone, for torch, which is a hundred times the size of the runtime used here.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]

LAYERS: Final = 6
HEADS: Final = 12
WIDTH: Final = 384
"""Numbers of each token in each layer."""
READ: Final = (3, 4, 5, 6)
"""The layers that are read. The last one alone says what a sentence is about, the ones before also whether it has
happened or is happening: with them, one danger in three more is told from talk of it."""
SIZE: Final = WIDTH * len(READ)
"""Numbers in a sentence's vector."""
_TINY = 1e-12
_OPSET, _IR = 20, 10


class _Graph:
    """Nodes and constants as they are written, each node's output by a number."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, value: Array) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def numbers(self, *values: int) -> str:
        return self.constant(f"numbers{values}", np.array(values, np.int64))

    def op(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        output = name or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, key: str) -> str:
        weight = self.constant(f"{key}.weight", self.weights[f"{key}.weight"].T)
        return self.op("Add", self.op("MatMul", x, weight), self.constant(f"{key}.bias", self.weights[f"{key}.bias"]))

    def norm(self, x: str, key: str) -> str:
        scale, shift = (self.constant(f"{key}.{part}", self.weights[f"{key}.{part}"]) for part in ("weight", "bias"))
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=_TINY)

    def heads(self, x: str, key: str) -> str:
        split = self.op("Reshape", self.linear(x, key), self.numbers(0, 0, HEADS, WIDTH // HEADS))
        return self.op("Transpose", split, perm=[0, 2, 1, 3])


def build(weights: Mapping[str, Array]) -> bytes:
    """The graph, ready for a runtime: `ids` (1 × n tokens, with the marks at both ends) to `vector` (1 × SIZE).

    The vector holds, for each layer of READ, the mean of its tokens at length one. Raises KeyError where these are
    other weights.
    """
    graph = _Graph(weights)
    layers = [_embeddings(graph)]
    for layer in range(LAYERS):
        layers.append(_layer(graph, layers[-1], f"encoder.layer.{layer}"))
    means = [graph.op("ReduceMean", layers[read], graph.numbers(1), keepdims=0) for read in READ]
    graph.op("Concat", *(graph.op("LpNormalization", mean, axis=-1, p=2) for mean in means), axis=-1, name="vector")
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"])
    vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, SIZE])
    whole = helper.make_graph(graph.nodes, "sentences", [ids], [vector], list(graph.constants.values()))
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    return bytes(model.SerializeToString())


def _embeddings(graph: _Graph) -> str:
    """Each token's vector, by what it is and by where it stands."""
    names = ("word_embeddings", "position_embeddings", "token_type_embeddings")
    word, position, kind = (graph.weights[f"embeddings.{name}.weight"] for name in names)
    length = graph.op("Slice", graph.op("Shape", "ids"), graph.numbers(1), graph.numbers(2))
    places = graph.op("Slice", graph.constant("positions", position), graph.numbers(0), length)
    words = graph.op("Gather", graph.constant("words", word), "ids")
    both = graph.op("Add", graph.op("Add", words, places), graph.constant("kind", kind[0]))
    return graph.norm(both, "embeddings.LayerNorm")


def _layer(graph: _Graph, x: str, key: str) -> str:
    """One layer: what each token takes from the others, then a step of its own."""
    query, others, values = (graph.heads(x, f"{key}.attention.self.{part}") for part in ("query", "key", "value"))
    scale = graph.constant("scale", np.array((WIDTH // HEADS) ** -0.5, np.float32))
    likeness = graph.op("Mul", graph.op("MatMul", query, graph.op("Transpose", others, perm=[0, 1, 3, 2])), scale)
    taken = graph.op("MatMul", graph.op("Softmax", likeness, axis=-1), values)
    joined = graph.op("Reshape", graph.op("Transpose", taken, perm=[0, 2, 1, 3]), graph.numbers(0, 0, WIDTH))
    x = graph.norm(
        graph.op("Add", graph.linear(joined, f"{key}.attention.output.dense"), x), f"{key}.attention.output.LayerNorm"
    )
    step = graph.op("Gelu", graph.linear(x, f"{key}.intermediate.dense"))
    return graph.norm(graph.op("Add", graph.linear(step, f"{key}.output.dense"), x), f"{key}.output.LayerNorm")
