"""Clocks, crowds and signals: a clock that is set, ten thousand open items, two daemons, an orderly end."""

import os
import shutil
import signal
import subprocess
import time

from . import checker
from .world import World


def clocks(suite):
    """The first run under one clock, killed; the second under another."""
    if not shutil.which("faketime"):
        return suite.skip("clock", 20, "faketime is missing")
    jumps = ["-3d", "+400d", "+1h", "-1h", "-1s"]

    def case(which):
        jump, number = which
        world = suite.world()
        first = world.run(world.shim("kill", number))
        second = world.run(prefix=["faketime", "-f", jump])
        if not second.is_done:
            return [checker.Breach("other", f"under {jump}: {second.log[-300:]}")]
        breaches = checker.check_told(world, first.told + second.told) + checker.check_end(world)
        world.remove()
        return breaches + checker.check_report(second)

    suite.family("clock", suite.thinned((jump, n) for jump in jumps for n in [300, 700, 1000, 1300]), case)


def signals(suite):
    """A second daemon is refused while the first works; SIGTERM in the middle of work loses nothing."""

    def case(pause):
        world = suite.world()
        process = world.start()
        time.sleep(pause)
        second = subprocess.run(
            [str(suite.tools.probe), str(world.root)], env=world.environment({}), capture_output=True, text=True)
        breaches = []
        if process.poll() is None and "already-running" not in second.stdout:
            breaches.append(checker.Breach("other", f"a second one may work beside it: {second.stdout[-200:]}"))
        process.send_signal(signal.SIGTERM)
        text, _ = process.communicate(timeout=30)
        run = world.run()
        if not run.is_done:
            return breaches + [checker.Breach("other", run.log[-300:])]
        told = [line for line in text.splitlines() if line.startswith("input ")]
        breaches += checker.check_told(world, told) + checker.check_end(world) + checker.check_report(run)
        world.remove()
        return breaches

    suite.family("signal", suite.thinned([0.3 + 0.05 * n for n in range(20)]), case)


def backlog(suite, count=None):
    """Very many files at once: all come in, each once, and a start with them all open is quick."""
    count = count or (10_000 if suite.every == 1 else 300)

    def case(_):
        mail = {f"{number:05}.tif": f"n{number}" for number in range(count)}
        world = suite.world(mail=mail)
        begun = time.monotonic()
        run = world.run(patience=7200)
        print(f"faults: backlog: {count} files in {time.monotonic() - begun:.0f} s", flush=True)
        if not run.is_done:
            return [checker.Breach("other", "not done: " + run.log[-300:])]
        breaches = checker.check_end(world) + checker.check_report(run)
        world.remove()
        return breaches

    suite.family("backlog", [count], case)
