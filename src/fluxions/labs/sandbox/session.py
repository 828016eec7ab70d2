"""The conversation with one program: frames out, frames in, its output kept, its end explained."""

from __future__ import annotations

import json
import os
import selectors
import socket
import time
from collections.abc import Sequence
from typing import Any

from fluxions.labs.contract import Ended, Formula, Raised, Reply, Returned, Value
from fluxions.labs.sandbox import wire
from fluxions.labs.sandbox.child import CANNOT_SHUT_IN
from fluxions.labs.sandbox.limits import Limits

MOST_OUTPUT = 64_000
XCPU = 24
GRACE = 5.0  # seconds beyond the wall limit after which the zygote itself counts as dead


class Program:
    """One program in a process of its own. Whatever it sends is a value or its end; nothing it sends raises here."""

    def __init__(self, level: str, limits: Limits, conversation: socket.socket, output: int, status: socket.socket):
        self.level = level
        self._limits, self._conversation, self._output, self._status = limits, conversation, output, status
        self._began = time.perf_counter()
        self._printed = bytearray()
        self._number = 0
        self._ended: Ended | None = None
        self.used: dict[str, Any] = {}
        conversation.setblocking(False)
        os.set_blocking(output, False)

    def define(self, code: str) -> Reply:
        """Run the program; a dict from its functions to how many values each takes."""
        return self._asked({"do": "define", "code": code})

    def call(self, name: str, inputs: Sequence[Value]) -> Reply:
        """What one of its functions returns; a formula among the inputs is answered while it runs."""
        formulas = tuple(each for each in inputs if isinstance(each, Formula))
        sent = [{"formula": formulas.index(each)} if isinstance(each, Formula) else each for each in inputs]
        return self._asked({"do": "call", "name": name, "inputs": sent}, formulas)

    def stdout(self) -> str:
        """What it printed so far, control characters shown as signs."""
        self._drain()
        text = bytes(self._printed).decode("utf-8", "replace")
        shown = "".join(each if each in "\n\t" or each.isprintable() else _sign(each) for each in text)
        return shown + ("\n… more was printed than is kept" if len(self._printed) >= MOST_OUTPUT else "")

    def ms(self) -> float:
        """Milliseconds since it was begun."""
        return (time.perf_counter() - self._began) * 1000

    def close(self) -> None:
        """End it, and hold nothing of it any more."""
        self._drain()
        self._conversation.close()
        self._status.close()
        if self._output >= 0:
            os.close(self._output)
            self._output = -1

    def _asked(self, question: dict[str, Any], formulas: Sequence[Formula] = ()) -> Reply:
        if self._ended is None:
            self._number += 1
            try:
                answer = self._answer(wire.packed(question | {"n": self._number}))
                while isinstance(answer, dict) and "ask" in answer:
                    answer = self._answer(self._told(answer, formulas))
                return self._read(answer)
            except _Over as over:
                self._ended = Ended(over.why)
            except wire.Malformed:
                self._ended = Ended("early")
        return self._ended

    def _told(self, asked: dict[str, Any], formulas: Sequence[Formula]) -> bytes:
        """A frame with the value of a formula that the program asks for in the middle of a call, or why it has none."""
        place, inputs = asked["ask"], asked.get("inputs")
        if asked.get("n") != self._number or type(place) is not int or not 0 <= place < len(formulas):
            raise wire.Malformed("a question about nothing that was given")
        if not isinstance(inputs, list):
            raise wire.Malformed("a question without inputs")
        try:
            return wire.packed({"told": formulas[place](*inputs)})
        except (ValueError, TypeError, ArithmeticError) as error:  # also a value too long to cross
            return wire.packed({"failed": str(error)[:500]})

    def _read(self, answer: Any) -> Reply:
        if not isinstance(answer, dict) or answer.get("n") != self._number:
            raise wire.Malformed("an answer to another question")
        match answer.get("raised"):
            case {"kind": str(kind), "message": str(message), "line": int() | None as line}:
                return Raised(kind[:80], message[:500], line)
        if "value" not in answer:
            raise wire.Malformed("neither a value nor an exception")
        return Returned(answer["value"])

    def _answer(self, frame: bytes) -> Any:
        """Send a frame and wait for one back, reading the output meanwhile. Nothing may have come unasked."""
        received = bytearray()
        wanted = 4
        deadline = time.monotonic() + self._limits.wall + GRACE
        with selectors.DefaultSelector() as selector:
            selector.register(self._conversation, selectors.EVENT_READ | selectors.EVENT_WRITE)
            if self._output >= 0:
                selector.register(self._output, selectors.EVENT_READ)
            if self._received(1, socket.MSG_PEEK) is not None:
                raise wire.Malformed("an answer before the question")
            while len(received) < wanted:
                for key, events in selector.select(max(0.0, deadline - time.monotonic())) or self._too_late():
                    if key.fileobj == self._output and not self._drain():
                        selector.unregister(self._output)
                    if key.fileobj is not self._conversation:
                        continue
                    if events & selectors.EVENT_WRITE and frame:
                        frame = self._sent(frame)
                        if not frame:
                            selector.modify(self._conversation, selectors.EVENT_READ)
                    if events & selectors.EVENT_READ and (part := self._received(65536)) is not None:
                        received += part
                        if len(received) >= 4:
                            wanted = 4 + wire.body_length(bytes(received[:4]))
        if len(received) > wanted:
            raise wire.Malformed("more than one answer")
        return wire.unpacked(bytes(received[4:]))

    def _too_late(self) -> list[tuple[selectors.SelectorKey, int]]:
        raise _Over("gone")

    def _sent(self, frame: bytes) -> bytes:
        try:
            return frame[self._conversation.send(frame) :]
        except BlockingIOError:
            return frame
        except OSError:
            raise _Over(self._why()) from None

    def _received(self, most: int, flags: int = 0) -> bytes | None:
        try:
            part = self._conversation.recv(most, flags)
        except BlockingIOError:
            return None
        except OSError:
            part = b""
        if not part:
            raise _Over(self._why())
        return part

    def _drain(self) -> bool:
        """Take what was printed; False where nothing can come any more."""
        while self._output >= 0:
            try:
                part = os.read(self._output, 65536)
            except BlockingIOError:
                return True
            if not part:
                return False
            self._printed += part[: max(0, MOST_OUTPUT - len(self._printed))]
        return False

    def _why(self) -> str:
        """Why the process ended, from what the zygote says of it."""
        self._status.settimeout(GRACE)
        try:
            self.used = json.loads(self._status.recv(4096) or b"{}")
        except (OSError, ValueError):
            self.used = {}
        code, why, cpu = self.used.get("code"), self.used.get("why"), self.used.get("cpu", 0.0)
        if code is None or code == CANNOT_SHUT_IN:
            return "gone"
        if why == "wall":
            return "wall"
        if code in (-XCPU, 128 + XCPU) or (code == -9 and cpu >= self._limits.cpu):
            return "time"
        if code == -9:
            return "memory"
        return "crash" if code < 0 else "early"


class _Over(Exception):
    """The process has ended."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _sign(character: str) -> str:
    code = ord(character)
    return (
        chr(0x2400 + code) if code < 0x20 else "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
    )
