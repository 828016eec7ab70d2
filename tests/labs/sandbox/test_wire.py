"""Whatever bytes come, they are a value or `Malformed`; what is sent comes back as it was."""

import json
import math
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from fluxions.labs.sandbox.wire import DTYPES, LONGEST, Malformed, body_length, packed, unpacked

ARRAYS = st.sampled_from(sorted(DTYPES)).flatmap(
    lambda name: arrays(np.dtype(name), array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
)
LEAVES = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=40) | ARRAYS
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def same(left, right) -> bool:
    if isinstance(left, np.ndarray):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return set(left) == set(right) and all(same(left[each], right[each]) for each in left)
    if isinstance(left, float):
        return (
            math.isnan(right)
            if math.isnan(left)
            else (left, math.copysign(1, left)) == (right, math.copysign(1, right))
        )
    return type(left) is type(right) and left == right


@given(VALUES)
def test_what_is_sent_comes_back(value):
    try:
        frame = packed(value)
    except Malformed as refused:
        assert "deeper" in str(refused)
        return
    assert body_length(frame[:4]) == len(frame) - 4
    back = unpacked(frame[4:])
    assert same(json.loads(json.dumps(value)) if isinstance(value, str) else value, back)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_malformed(body):
    try:
        unpacked(body)
    except Malformed:
        return


def framed(header: object, payload: bytes = b"") -> bytes:
    text = header.encode() if isinstance(header, str) else json.dumps(header).encode()
    return struct.pack("<I", len(text)) + text + payload


@given(
    st.recursive(
        st.none() | st.integers() | st.floats() | st.text(max_size=6),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["t", "v", "dtype", "shape", "offset", "x"]), inner, max_size=5)
        ),
    ),
    st.binary(max_size=64),
)
def test_any_header_is_a_value_or_malformed(header, payload):
    try:
        unpacked(framed(header, payload))
    except Malformed:
        return


def array(**changes) -> dict[str, object]:
    return {"t": "array", "dtype": "float64", "shape": [2], "offset": 0} | changes


@pytest.mark.parametrize("header", [
    array(dtype="object"), array(dtype="O"), array(dtype="float128"), array(dtype=["float64"]), array(dtype=None),
    array(shape=[3]), array(shape=[-2]), array(shape=[2**31, 2**31]), array(shape=[2.0]), array(shape=[True, 2]),
    array(shape=[1] * 9), array(shape="2"), array(shape=None), array(offset=1), array(offset=-8), array(offset=1e3),
    array(offset=2**70), {"t": "text", "v": 3}, {"t": "int", "v": 2**64}, {"t": "int", "v": True},
    {"t": "float", "v": "nonsense"}, {"t": "float", "v": 1.5}, {"t": "pickle", "v": "gASV"}, {"v": 1}, [], 7, None,
    {"t": "list", "v": {}}, {"t": "dict", "v": []}, '{"t": "list", "v": ' * 5000, "[" * 100_000,
])  # fmt: skip
def test_a_header_that_lies_is_malformed(header):
    with pytest.raises(Malformed):
        unpacked(framed(header, bytes(16)))


def test_the_same_header_told_truly_is_read():
    assert unpacked(framed(array(), bytes(16))).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("value", [object(), 2**63, {1, 2}, np.array([object()]), np.array(["a"]), 1j, b"bytes"])
def test_what_has_no_plain_form_is_refused_on_the_way_out(value):
    with pytest.raises(Malformed):
        packed(value)


def test_a_frame_is_bounded():
    with pytest.raises(Malformed):
        packed(np.zeros(LONGEST // 8 + 1))
    for length in (0, 3, LONGEST + 1, 2**32 - 1):
        with pytest.raises(Malformed):
            body_length(struct.pack("<I", length))
