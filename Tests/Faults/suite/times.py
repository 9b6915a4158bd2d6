"""Clocks, crowds and signals: a clock that is set, ten thousand open items, two daemons, an orderly end."""

import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

from . import checker
from .calls import counted_calls
from .world import PROFILE


DAY = 86_400
JUMPS = [-3 * DAY, 400 * DAY, 3600, -3600, -1]


def clocks(suite):
    """The clock is set between two runs, the first of which is killed, and in the middle of work.

    Files keep their times: under a clock set back they were changed in the future.
    """
    calls = len(counted_calls(suite))

    def after_kill(which):
        jump, number = which
        world = suite.world()
        first = world.run(world.shim("kill", number))
        second = world.run(world.shim("none", -1, FAULT_CLOCK=str(jump)))
        if not second.is_done:
            return [checker.Breach("other", f"under {jump} s: {second.log[-300:]}")]
        breaches = checker.check_told(world, first.told + second.told) + checker.check_end(world)
        world.remove()
        return breaches + checker.check_report(second)

    def while_working(which):
        jump, number = which
        world = suite.world()
        run = world.run(world.shim("none", -1, FAULT_CLOCK=str(jump), FAULT_CLOCK_AT=str(number)))
        return suite.work_out(world, run)

    places = [max(1, calls * part // 5) for part in range(5)]
    cases = [(jump, place) for place in places for jump in JUMPS]
    suite.family("clock set before a start", suite.sampled(cases, 3), after_kill)
    suite.family("clock set in work", suite.sampled(cases, 3), while_working)


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

    suite.family("signal", suite.sampled([0.3 + 0.05 * n for n in range(20)], 1), case)


def daemon(world, suite):
    """The real daemon on the world, with its address."""
    (world.root / "scanstelle.yaml").write_text(
        f"state: {world.root}/state\nprofiles: {world.root}/profiles\nport: 0\nworkers: 1\nminimumFreeMiB: 1\n"
        f"targets: [{{name: eakte, folder: {world.root}/eakte}}]\n")
    return subprocess.Popen(
        [str(suite.tools.programs / "scanstelle"), "serve", "--config", str(world.root / "scanstelle.yaml")],
        env=world.environment({}), stdout=subprocess.DEVNULL, stderr=open(world.root / "log", "ab"))


def ready_after(world, process, begun, patience=60):
    """Seconds until the daemon says that it is ready; None where it does not."""
    while time.monotonic() - begun < patience and process.poll() is None:
        try:
            address = (world.root / "state/address").read_text().strip()
            with urllib.request.urlopen(address + "readyz", timeout=5) as answer:
                if answer.status == 200:
                    return time.monotonic() - begun
        except OSError:
            pass
        time.sleep(0.02)
    return None


def processor_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def starts(suite):
    """The real daemon starts quickly however much is open, and costs next to nothing while nothing is."""

    def case(count):
        world = suite.world(mail={})
        (world.root / "profiles/kurz.yaml").write_text(PROFILE)
        if count:
            subprocess.run([str(suite.tools.probe), str(world.root), str(count)], env=world.environment({}), check=True)
        begun = time.monotonic()
        process = daemon(world, suite)
        try:
            ready = ready_after(world, process, begun)
            if ready is None:
                return [checker.Breach("other", "never ready: " + (world.root / "log").read_text()[-300:])]
            print(f"faults: ready after {ready:.2f} s with {count} open items", flush=True)
            suite.longest_restart = max(suite.longest_restart, ready)
            if count:
                status = Path(f"/proc/{process.pid}/status").read_text()
                memory = int(status.split("VmHWM:")[1].split()[0]) >> 10
                print(f"faults: memory of the daemon {memory} MiB with {count} open items", flush=True)
            else:
                idle(process)
            return [checker.Breach("other", f"ready after {ready:.1f} s")] if ready > 5 else []
        finally:
            process.kill()
            process.wait()
            world.remove()

    suite.family("start", [0, 300 if suite.is_quick else 10_000], case)


def idle(process, seconds=20):
    before = processor_seconds(process.pid)
    time.sleep(seconds)
    share = (processor_seconds(process.pid) - before) / seconds * 100
    print(f"faults: idle daemon takes {share:.2f} % of a core", flush=True)


def backlog(suite, count=None):
    """Very many files at once: all come in, each once, and a start with them all open is quick."""
    count = count or (300 if suite.is_quick else 10_000)

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
