"""What passes between the systems of one world, always over the integration platform.

A request is answered at once; a message is handed to the platform, which delivers it when its
timer fires. Both leave their crossings in the journal, from which the message picture is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from harness.kernel.decisions import Answer, Circumstances, Decision, Envelope
from harness.kernel.events import Draft
from harness.kernel.system import Assembly, State


class UnreachableError(Exception):
    """*asker* (a system's name) had a question that did not get through to *neighbour* (a title)."""

    def __init__(self, asker: str, neighbour: str, record: Draft) -> None:
        super().__init__(f"{neighbour} svarar inte.")
        self.asker = asker
        self.neighbour = neighbour
        self.record = record


class Links:
    """The links of one world. ``platform`` is the name of the integration platform."""

    def __init__(self, assembly: Assembly, states: Mapping[str, State]) -> None:
        self._systems = assembly.systems
        self._platform = assembly.platform
        self.platform = assembly.platform_name
        self._states = states

    def request(
        self,
        sender: str,
        recipient: str,
        question: str,
        body: Mapping[str, Any],
        *,
        text: str,
        circumstances: Circumstances,
    ) -> tuple[Answer, Sequence[Draft]]:
        """The answer of *recipient*, and the platform's record of question and answer.

        Raises:
            UnreachableError: a fault on the link stops it.
        """
        platform_state = self._states[self.platform]
        if reason := self._platform.stops_question(platform_state, sender, recipient, question, circumstances):
            record = self._platform.question_stopped(sender, recipient, question, f"{text} {reason}")
            raise UnreachableError(sender, self._systems[recipient].title, record)
        ask = self._systems[recipient].answers[question]
        answer = ask(self._states[recipient], body, circumstances)
        asked = self._platform.relay_question(sender, recipient, question, body, text)
        return answer, (asked, self._platform.relay_answer(sender, recipient, question, answer))

    def accept(self, envelope: Envelope, circumstances: Circumstances) -> Decision:
        """What the platform does with a message that it is handed."""
        return self._platform.accept(self._states[self.platform], envelope, circumstances)

    def receive(self, envelope: Envelope, circumstances: Circumstances) -> Decision:
        """What the recipient does with a message that the platform delivers."""
        receive = self._systems[envelope.recipient].receives[envelope.kind]
        return receive(self._states[envelope.recipient], envelope, circumstances)
