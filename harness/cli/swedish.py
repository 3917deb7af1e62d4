"""Help texts and usage faults in Swedish. Typer's own are English and cannot be translated in place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from typer import BadParameter, TyperException
from typer.core import TyperArgument, TyperCommand, TyperGroup

if TYPE_CHECKING:
    # Typer gives these no public name.
    from typer._click import Context, HelpFormatter
    from typer._click.core import Command
    from typer.core import TyperOption

WrongUsage = TyperException
"""What typer raises for words that make no command. Its own text is English: see :func:`explain`."""

_HEADINGS: Final = {"argument": "Argument", "option": "Flaggor"}
_HELP: Final = "visa den här hjälpen"


class SwedishCommand(TyperCommand):
    """A command whose help is Swedish throughout."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _swedish_help_option(super().get_help_option(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_options(self, ctx, formatter)


class SwedishGroup(TyperGroup):
    """The list of commands, in Swedish."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _swedish_help_option(super().get_help_option(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(70)) for name in self.commands]
        with formatter.section("Kommandon"):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            raise UnknownCommand(name, list(self.commands))
        return super().resolve_command(ctx, args)


class UnknownCommand(WrongUsage):
    """A word that names no command. ``known`` are those that exist."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class BadWords(WrongUsage):
    """A combination of arguments that cannot be meant; the message is Swedish already."""


def explain(fault: WrongUsage) -> str:
    """What is wrong with the words, and where to read more, in Swedish."""
    return f"{_sentence(fault)}\nSkriv »{_command_path(fault)} --help« för att se vad som går att skriva."


def _sentence(fault: WrongUsage) -> str:
    option = getattr(fault, "option_name", None)
    if isinstance(fault, UnknownCommand):
        near = get_close_matches(fault.name, fault.known, n=1)
        return f"Kommandot »{fault.name}« finns inte." + (f" Menade du »{near[0]}«?" if near else "")
    if isinstance(fault, BadWords):
        return fault.message
    if isinstance(fault, BadParameter) and fault.param is not None:
        names = " / ".join(getattr(fault.param, "opts", [])) or fault.param.name
        return f"Värdet för »{names}« går inte att använda."
    if option is not None and hasattr(fault, "possibilities"):
        near = list(fault.possibilities or [])
        return f"Flaggan »{option}« finns inte." + (f" Menade du »{near[0]}«?" if near else "")
    if option is not None:
        return f"Flaggan »{option}« är fel använd: den saknar ett värde eller har ett för mycket."
    return "Kommandoraden går inte att förstå."


def _command_path(fault: WrongUsage) -> str:
    context = getattr(fault, "ctx", None)
    return context.command_path if context is not None else "provtryck"


def _swedish_help_option(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = _HELP
    return option


def _write_usage(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix="Användning: ")


def _write_options(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    records: dict[str, list[tuple[str, str]]] = {kind: [] for kind in _HEADINGS}
    for param in command.get_params(ctx):
        if isinstance(param, TyperArgument):
            records["argument"].append((param.metavar or param.name, param.help or ""))
        elif (record := param.get_help_record(ctx)) is not None:
            records["option"].append(record)
    for kind, heading in _HEADINGS.items():
        if records[kind]:
            with formatter.section(heading):
                formatter.write_dl(records[kind])
