"""See scripts/faults."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import calls, disks, people, proof, times
from .cases import Suite
from .world import Tools

HERE = Path(__file__).resolve().parent
# Every so many cases of the long families make a run of less than four minutes on two cores.
QUICK = 120
FAMILIES = {
    "steps": calls.at_steps,
    "calls": calls.at_calls,
    "scans": people.scans,
    "feeders": people.feeders,
    "targets": people.targets,
    "workers": people.workers,
    "powercuts": disks.power_cuts,
    "fulldisks": disks.full_disks,
    "bitflips": disks.bit_flips,
    "rebuilds": disks.rebuilds,
    "clocks": times.clocks,
    "signals": times.signals,
    "starts": times.starts,
    "backlog": times.backlog,
}


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/faults", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a sample of every family, in less than four minutes")
    parser.add_argument("--prove", action="store_true", help="break the program on purpose and see that it is noticed")
    parser.add_argument("--only", action="append", choices=sorted(FAMILIES), help="these families alone")
    parser.add_argument("--every", type=int, help="every nth case of the long families: steps, calls and scans")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() + 1, help="cases side by side")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def built_programs():
    project = HERE.parents[2]
    named = os.environ.get("SCANSTELLE_PROGRAMS")
    if named:
        return Path(named)
    command = ["swift", "build", "--show-bin-path"]
    return Path(subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout.strip())


def make_shim(folder):
    shim = Path(folder) / "faultshim.so"
    source = HERE.parent / "faultshim.c"
    subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    return shim


def main():
    options = arguments()
    # Memory answers syncs at once: these cases are about the order of things, not about the disk.
    fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    scratch = tempfile.mkdtemp(prefix="scanstelle-faults-", dir=fast)
    begun = time.monotonic()
    try:
        tools = Tools(built_programs(), make_shim(scratch))
        suite = Suite(
            tools, scratch, options.jobs, options.every or (QUICK if options.quick else 1),
            options.quick, options.verbose)
        if options.prove:
            return 0 if proof.prove(suite) else 1
        for name in options.only or FAMILIES:
            FAMILIES[name](suite)
        print(suite.summary() + f", {time.monotonic() - begun:.0f} s in all")
        return 1 if suite.breaches else 0
    finally:
        if not os.environ.get("FAULTS_KEEP"):
            shutil.rmtree(scratch, ignore_errors=True)


sys.exit(main())
