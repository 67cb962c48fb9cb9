"""Print every quality figure beside its floor, and what was gained and lost by case.

    python -m eval.run [--data DIR] [--only SET ...] [--update [--allow-regression] [--new-data]]

Exit code 1 when a floor does not hold.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from eval.alignment import measure_alignment
from eval.copies import measure_copies
from eval.crosslingual import measure_crosslingual
from eval.dates import measure_dates
from eval.divergences import measure_divergences
from eval.events import measure_events
from eval.gate import FLOORS, OUTCOMES, UNPINNED, changes, compare, of_other_data, raised, read_json
from eval.name_search import measure_name_search
from eval.names import measure_names
from eval.outcome import Outcome
from eval.pages import PAGES
from eval.piles import PILES
from eval.polnear import measure_polnear
from eval.statements import measure_statements
from eval.versions import measure_versions

ROOT = Path(__file__).resolve().parents[2]

SETS: dict[str, Callable[[Path], Outcome | None]] = {
    **PILES,
    **PAGES,
    "polnear": measure_polnear,
    "events": measure_events,
    "statements": measure_statements,
    "versions": measure_versions,
    "crosslingual": measure_crosslingual,
    "alignment": measure_alignment,
    "copies": measure_copies,
    "dates": measure_dates,
    "names": measure_names,
    "name_search": measure_name_search,
    "divergences": measure_divergences,
}


def _labelled(data: Path) -> Path:
    """Return where the labelled sets lie: in `data` itself, or in its folder of that name."""
    return data / "data" if (data / "data").is_dir() else data


def measured(data: Path, only: list[str]) -> dict[str, Outcome]:
    """Return the outcome of every set chosen whose data is there."""
    outcomes: dict[str, Outcome] = {}
    for name, measure in SETS.items():
        if only and name not in only:
            continue
        outcome = measure(data if name in PILES else _labelled(data))
        if outcome is None:
            print(f"{name}: not measured, its data is not in {data.name}")
        else:
            outcomes[name] = outcome
    return outcomes


def print_outcomes(outcomes: dict[str, Outcome]) -> bool:
    """Print figures, floors, gains and losses; return whether every floor holds."""
    floors, kept = read_json(FLOORS), read_json(OUTCOMES)
    all_hold = True
    for name in of_other_data(outcomes, floors):
        print(f"{name}: other data than its floors are pinned for: none is held to")
    for name, outcome in outcomes.items():
        for verdict in compare(name, outcome, floors):
            floor = (
                ""
                if verdict.floor is None
                else f"  floor {verdict.floor:.3f}{'' if verdict.holds else '  BELOW'}"
            )
            print(f"{name}.{verdict.name} {verdict.value:.3f}{floor}")
            all_hold = all_hold and verdict.holds
        gained, lost = changes(name, outcome, kept)
        if gained:
            print(f"{name} gained: {' '.join(gained)}")
        if lost:
            print(f"{name} lost: {' '.join(lost)}")
    return all_hold


def keep(outcomes: dict[str, Outcome], *, allow_regression: bool, new_data: bool) -> None:
    """Raise the floors to what was measured, and keep the cases.

    Raises:
        ValueError: when a floor would be lowered, or is pinned for other data, and that is not allowed.
    """
    floors, kept = read_json(FLOORS), read_json(OUTCOMES)
    changed = of_other_data(outcomes, floors)
    if changed and not new_data:
        raise ValueError(
            f"the data of {', '.join(changed)} changed since their floors were pinned, so none was held to; "
            "say --new-data to pin them anew, and why"
        )
    for name in changed:
        print(f"{name}: new data; its floors were {json.dumps(floors[name]['floors'], sort_keys=True)}")
    for name, outcome in outcomes.items():
        if name.startswith(UNPINNED):
            continue
        pinned = raised(name, outcome, floors, allow_regression=allow_regression)
        floors[name] = {"digest": outcome.digest, "floors": pinned}
        kept[name] = {"digest": outcome.digest, "right": sorted(outcome.right)}
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    OUTCOMES.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Measure, print, and keep if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", nargs="*", action="extend", default=[])
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-regression", action="store_true", help="let floors be lowered")
    parser.add_argument(
        "--new-data", action="store_true", help="pin floors anew for sets whose data changed since"
    )
    chosen = parser.parse_args()
    outcomes = measured(chosen.data, chosen.only)
    hold = print_outcomes(outcomes)
    if chosen.update:
        try:
            keep(outcomes, allow_regression=chosen.allow_regression, new_data=chosen.new_data)
        except ValueError as error:
            sys.exit(str(error))
    elif not hold:
        sys.exit(1)


if __name__ == "__main__":
    main()
