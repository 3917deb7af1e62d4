"""The matrix of a campaign, defect by scenario: a page that stands alone, and a file for a spreadsheet."""

from __future__ import annotations

import csv
from html import escape
from pathlib import Path

from harness.cli.campaign import Campaign, Trial, is_caught
from harness.cli.verdicts import powerless, survivors

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;"
    "padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.4rem;"
    "border-bottom:1px solid #8886}code{font-size:.9em}.bad{font-weight:700}small{opacity:.8}"
    "details>ul{margin:.3rem 0}"
)


def write(campaign: Campaign, folder: Path) -> Path:
    """Write ``index.html`` and ``defekter.csv`` in *folder*; gives the page."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "defekter.csv").open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["defekt", "krav", "scenario", "namn", "utfall", "varför"])
        for trial in campaign.trials:
            for index, stopped in trial.tried.items():
                pickle = campaign.pickles[index]
                outcome = "fångad" if is_caught(stopped) else "föll" if stopped else "grön"
                krav = " ".join(trial.defect.krav)
                rows.writerow([trial.defect.id, krav, pickle.place, pickle.name, outcome, str(stopped or "")])
    page = folder / "index.html"
    page.write_text(_page(campaign), encoding="utf-8")
    return page


def _page(campaign: Campaign) -> str:
    alive = {one.defect.id: one.krav for one in survivors(campaign)}
    krav = frozenset(krav for trial in campaign.trials for krav in trial.defect.krav)
    weak = powerless(campaign, krav)
    parts = [
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Defekter</title><style>{_STYLE}</style>',
        '<meta name="viewport" content="width=device-width"></head><body><main><h1>Defekter mot scenarier</h1>',
        f"<p>{len(campaign.trials)} defekter, {len(alive)} överlever. {len(campaign.pickles)} scenarier.</p>",
        "<p>En defekt är fångad när ett Så i ett scenario med dess krav säger att systemet gjorde fel. Ett scenario "
        "som faller redan i ett Givet eller När bevisar inget.</p>",
        "<table><thead><tr><th>Defekt</th><th>Krav</th><th>Fångas av</th></tr></thead><tbody>",
        *(_row(trial, campaign, alive.get(trial.defect.id, ())) for trial in campaign.trials),
        "</tbody></table>",
        f"<h2>Scenarier som ingen prövad defekt gör röda: {len(weak)}</h2><ul>",
        *(f"<li><code>{escape(one.place)}</code> {escape(one.name)} ({', '.join(one.krav)})</li>" for one in weak),
        "</ul></main></body></html>\n",
    ]
    return "".join(parts)


def _row(trial: Trial, campaign: Campaign, missing: tuple[str, ...]) -> str:
    caught = trial.caught()
    listed = "".join(
        f"<li><code>{escape(campaign.pickles[index].place)}</code> {escape(campaign.pickles[index].name)}</li>"
        for index in caught
    )
    told = f"<details><summary>{len(caught)} av {len(trial.tried)} körda</summary><ul>{listed}</ul></details>"
    lacking = f'<p class="bad">Överlever: {", ".join(missing)}</p>' if missing else ""
    return (
        f"<tr><td><code>{escape(trial.defect.id)}</code><br>{escape(trial.defect.description)}<br>"
        f"<small>{escape(trial.defect.system)}</small></td><td>{'<br>'.join(trial.defect.krav)}</td>"
        f"<td>{lacking}{told}</td></tr>"
    )
