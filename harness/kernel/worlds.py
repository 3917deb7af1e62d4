"""The worlds of one simulator: created by a document, found by id, closed for good."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import msgspec
from starlette.requests import Request

from harness.kernel.calendar import moment_text
from harness.kernel.chronicle import WorldCreated
from harness.kernel.control_error import ControlError
from harness.kernel.document import Identity, WorldDocument
from harness.kernel.events import decode_event
from harness.kernel.journal import Journal, JournalStore, MemoryJournal
from harness.kernel.landscape import Landscape, parse_landscape
from harness.kernel.reading import UnreadableError, decode
from harness.kernel.system import Assembly
from harness.kernel.terms import settle_terms
from harness.kernel.world import World

_WORLD_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_documents = msgspec.json.Decoder(WorldDocument)


class Worlds:
    """Every world, and the landscapes they stand on. Worlds know nothing of each other."""

    def __init__(self, assembly: Assembly, store: JournalStore) -> None:
        self._assembly = assembly
        self._store = store
        self._worlds: dict[str, World] = {}
        self._landscapes: dict[str, Landscape] = {}

    def keep_landscape(self, sha256: str, body: bytes) -> bool:
        """Keep a landscape. Returns whether it is new.

        Raises:
            ControlError: the body is not that landscape.
        """
        if sha256 in self._landscapes:
            return False
        self._landscapes[sha256] = parse_landscape(sha256, body)
        self._store.keep_landscape(sha256, body)
        return True

    def create(self, world_id: str, body: bytes, *, name: str | None = None) -> World:
        """
        Args:
            world_id: where the world is found.
            name: what it calls itself, in its journal too, and draws its chance from; *world_id* unless another
                is given. Two worlds of one name and one document live the same life beside each other.

        Raises:
            ControlError: the id is taken or impossible, or the document is wrong.
        """
        name = world_id if name is None else name
        self._require_free(world_id, name)
        try:
            document = decode(body, _documents)
        except UnreadableError as wrong:
            raise ControlError(
                "fel_dokument",
                f"Världens dokument går inte att läsa: {wrong}",
                remedy="Rätta dokumentet.",
            ) from wrong
        _refuse_shared_identities(document)
        world = self._build(document, name, self._store.open_journal(world_id))
        world.begin(document)
        self._worlds[world_id] = world
        return world

    def find(self, world_id: str) -> World:
        """
        Raises:
            ControlError: there is no such world.
        """
        world = self._worlds.get(world_id)
        if world is None:
            world = self._worlds[world_id] = self._restore(world_id)
        return world

    def list_addresses(self) -> tuple[str, ...]:
        """Where the worlds are found, also those that only lie in the store, in alphabetical order."""
        return self._store.list_journals()

    def as_it_was(self, world_id: str, moment: datetime) -> World:
        """The world at *world_id* as it was at *moment* (care time), to look at: nothing that is done in it is kept.

        Raises:
            ControlError: there is no such world, or it began later.
        """
        lines = _until(self.find(world_id).lines(), moment)
        if not lines:
            raise ControlError(
                "fore_varldens_borjan",
                f"Världen {world_id} fanns inte {moment_text(moment)}.",
                remedy="Välj en senare tidpunkt.",
            )
        journal = MemoryJournal()
        journal.append(lines)
        return self._replayed(world_id, journal)

    def branch(self, world_id: str, new_id: str, moment: datetime | None = None) -> World:
        """A new world at *new_id* with everything that had happened in *world_id* at *moment* (default: now).

        It keeps the name, and so the chance, of the first; from here on neither knows of the other.

        Raises:
            ControlError: the one does not exist or began later, or the other's address is taken or impossible.
        """
        lines = self.find(world_id).lines()
        kept = lines if moment is None else self.as_it_was(world_id, moment).lines()
        self._require_free(new_id, new_id)
        journal = self._store.open_journal(new_id)
        journal.append(kept)
        world = self._replayed(new_id, journal)
        world.note_branch(world_id)
        self._worlds[new_id] = world
        return world

    def peek(self, world_id: str) -> World | None:
        """The world if it is in memory."""
        return self._worlds.get(world_id)

    def drop(self, world_id: str) -> None:
        """Forget a world, journal and all."""
        self._worlds.pop(world_id, None)
        self._store.drop_journal(world_id)

    def count(self) -> int:
        """How many worlds are in memory."""
        return len(self._worlds)

    def shut_down(self) -> None:
        self._store.close()

    def _build(self, document: WorldDocument, name: str, journal: Journal) -> World:
        landscape = self._find_landscape(document.landscape)
        terms = settle_terms(document, landscape, self._assembly)
        return World(
            name,
            document,
            terms=terms,
            landscape=landscape,
            assembly=self._assembly,
            journal=journal,
        )

    def _restore(self, world_id: str) -> World:
        if not self._store.has_journal(world_id):
            raise ControlError(
                "okand_varld",
                f"Världen {world_id} finns inte.",
                remedy=f"Skapa den med PUT /styr/v/{world_id}.",
                status=404,
            )
        return self._replayed(world_id, self._store.open_journal(world_id))

    def _replayed(self, world_id: str, journal: Journal) -> World:
        """The world that *journal* tells of.

        Raises:
            ControlError: another release has written something that this one does not know.
        """
        try:
            events = [decode_event(line) for line in journal.read()]
            created = msgspec.convert(events[0].data, WorldCreated)
            world = self._build(msgspec.convert(created.document, WorldDocument), created.world, journal)
            world.replay(events)
        except (LookupError, msgspec.ValidationError) as unknown:
            raise ControlError(
                "journal_olaslig",
                f"Världen {world_id} är skriven av en annan version av simulatorn: {unknown}",
                remedy="Kör den version som skrev den, eller börja om i en ny värld.",
                status=404,
            ) from unknown
        return world

    def _require_free(self, world_id: str, name: str) -> None:
        for word in (world_id, name):
            if not _WORLD_ID.fullmatch(word):
                raise ControlError(
                    "fel_varldsnamn",
                    f"Världens namn {word!r} går inte att ha i en adress.",
                    remedy="Använd bokstäverna a–z, siffror, punkt, bindestreck och understreck.",
                )
        if world_id in self._worlds or self._store.has_journal(world_id):
            raise ControlError(
                "varld_finns",
                f"Världen {world_id} finns redan.",
                remedy="Ta bort den först, eller välj ett annat namn.",
                status=409,
            )

    def _find_landscape(self, sha256: str) -> Landscape:
        landscape = self._landscapes.get(sha256)
        if landscape is None:
            body = self._store.read_landscape(sha256)
            if body is None:
                raise ControlError(
                    "okant_landskap",
                    f"Landskapet {sha256} har inte lagts upp här.",
                    remedy="Lägg upp det med PUT /styr/landskap/<kontrollsumma>.",
                )
            landscape = self._landscapes[sha256] = parse_landscape(sha256, body)
        return landscape


def find_world(request: Request) -> World:
    """The world that the address names.

    Raises:
        ControlError: there is no such world.
    """
    worlds: Worlds = request.app.state.worlds
    return worlds.find(request.path_params["varld"])


def _until(lines: Sequence[bytes], moment: datetime) -> list[bytes]:
    """The *lines* of what had happened at *moment*. What happens together has one care time, and is never parted."""
    return [line for line in lines if decode_event(line).registered <= moment]


def _refuse_shared_identities(document: WorldDocument) -> None:
    seen: set[Identity] = set()
    for person in document.people:
        for identity in person.identiteter:
            if identity in seen:
                raise ControlError(
                    "identitet_delas",
                    f"Identiteten {identity.id} ({identity.oid}) står på två personer eller två gånger.",
                    remedy="Ge varje person sina egna identiteter.",
                )
            seen.add(identity)
