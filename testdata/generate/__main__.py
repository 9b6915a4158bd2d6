"""Makes all of testdata/ again, or a scratch folder of mixed pages for measuring."""

import argparse
from pathlib import Path

from . import expected, hostile, samples, sets
from .bench import bench
from .mixed import stack

HOME = Path(__file__).resolve().parents[1]


def make_all(home: Path) -> None:
    made = [sets.mail(), sets.supplied(home / "invoices"), sets.singles(), *samples.all_samples()]
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
    parser.add_argument("--mixed", type=Path, metavar="DIR", help="write batches of mixed county mail into DIR instead")
    parser.add_argument("--batches", type=int, default=4, help="how many for --mixed (default: 4)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another county (default: 1)")
    parser.add_argument("--style", choices=["a", "b", "c", "d"], default="a", help="a to tune on, the others to judge by")
    parser.add_argument("--no-separators", action="store_true", help="the same documents without separator sheets")
    parser.add_argument("--both", action="store_true", help="DIR without separators and DIR-sep with them")
    parser.add_argument("--first", type=int, default=1, help="number of the first batch (default: 1)")
    parser.add_argument("--to", type=Path, default=HOME, metavar="DIR", help="write there instead of testdata/")
    options = parser.parse_args()
    if options.mixed and options.both:
        stack.write_both(options.mixed, options.batches, options.seed, options.style, options.first)
    elif options.mixed:
        separated = not options.no_separators
        stack.write(options.mixed, options.batches, options.seed, options.style, separated, options.first)
    elif options.bench:
        write(bench(options.pages), options.bench)
    else:
        make_all(options.to)


main()
