"""Cases, one after the other and side by side, and what came of them."""

import itertools
import os
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import checker
from .world import PATIENCE, World

KINDS = ["lost", "twice", "mixed", "false-told", "other"]


class Suite:
    """Runs cases and counts what they break."""

    def __init__(self, tools, scratch, jobs, every=1, is_quick=False, verbose=False):
        self.tools, self.scratch, self.jobs, self.verbose = tools, Path(scratch), jobs, verbose
        self.every, self.is_quick = every, is_quick
        self.cases, self.breaches, self.skipped = 0, [], Counter()
        self.longest_restart = 0.0
        self.numbers = itertools.count(1)
        self.patience = PATIENCE

    def world(self, **settings):
        return World(self.scratch / f"w{next(self.numbers)}", self.tools, **({"patience": self.patience} | settings))

    def thinned(self, cases, weight=1):
        """Every nth case of a long family, always the first. A family of greater weight is thinned less."""
        return list(cases)[:: max(1, self.every // weight)]

    def sampled(self, cases, count):
        """About so many cases of a short family in a quick run, all of them otherwise."""
        cases = list(cases)
        return cases[:: max(1, -(-len(cases) // count))] if self.is_quick else cases

    def family(self, title, cases, body):
        """Runs `body(case)` for every case, side by side; it returns the breaches of the case."""
        cases = list(cases)
        begun = time.monotonic()
        with ThreadPoolExecutor(self.jobs) as pool:
            results = list(pool.map(lambda case: self.guarded(body, case), cases))
        broken = [(case, breaches) for case, breaches in zip(cases, results) if breaches]
        self.cases += len(cases)
        for case, breaches in broken:
            self.breaches += breaches
            for breach in breaches:
                print(f"faults:   {title} {case}: {breach.kind}: {breach.text}", flush=True)
        seconds = time.monotonic() - begun
        print(f"faults: {title}: {len(cases)} cases, {len(broken)} broken, {seconds:.0f} s", flush=True)
        return broken

    def guarded(self, body, case):
        try:
            return body(case)
        except Exception as error:  # A case that cannot be judged is a broken one.
            return [checker.Breach("other", f"{type(error).__name__}: {error}")]

    def skip(self, family, count, why):
        self.skipped[family] += count
        print(f"faults: {family}: {count} cases skipped: {why}", flush=True)

    def work_out(self, world, first, expected=None):
        """After a run that was faulted: what it told must be so, and a run without faults must bring all to its end."""
        breaches = checker.check_sources(world)
        last = first
        told = list(first.told)
        if first.is_stuck:
            breaches.append(checker.Breach("other", "stuck: " + first.log[-300:]))
        if not first.is_done or first.report is None:
            last = world.run()
            told += last.told
            self.longest_restart = max(self.longest_restart, last.ready)
            if not last.is_done:
                stuck = "stuck " if last.is_stuck else ""
                return breaches + [checker.Breach("other", f"{stuck}after the restart: {last.log[-400:]}")]
        breaches += checker.check_told(world, told)
        breaches += checker.check_end(world, expected)
        breaches += checker.check_report(last)
        if breaches and self.verbose:
            print(last.log[-2000:], file=sys.stderr)
        if not breaches or not os.environ.get("FAULTS_KEEP"):
            world.remove()
        return breaches

    def summary(self):
        counts = Counter(breach.kind for breach in self.breaches)
        parts = [f"{kind} {counts[kind]}" for kind in KINDS]
        skipped = f", skipped {sum(self.skipped.values())}" if self.skipped else ""
        return f"faults: {self.cases} cases, {', '.join(parts)}, max restart {self.longest_restart:.1f} s{skipped}"
