"""Makes all of testdata/ again, or a scratch folder of mixed pages for measuring."""

import argparse
from pathlib import Path

from . import expected, hostile, sets
from .bench import bench

HOME = Path(__file__).resolve().parents[1]


def make_all(home: Path) -> None:
    made = [sets.mail(), sets.supplied(home / "invoices"), sets.singles()]
    for one in made:
        write(one, home / one.name)
    problems = hostile.write(home / "hostile")
    expected.write_hostile(problems, home / "hostile")
    expected.readme(made, problems, home / "README.md")


def write(made: sets.Set, folder: Path) -> None:
    made.write(folder)
    expected.write(made, folder)


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/make-testdata", description=__doc__)
    parser.add_argument("--bench", type=Path, metavar="DIR", help="write mixed single pages into DIR and nothing else")
    parser.add_argument("--pages", type=int, default=60, help="how many pages for --bench (default: 60)")
    parser.add_argument("--to", type=Path, default=HOME, metavar="DIR", help="write there instead of testdata/")
    options = parser.parse_args()
    if options.bench:
        write(bench(options.pages), options.bench)
    else:
        make_all(options.to)


main()
