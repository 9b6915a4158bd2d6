"""Faults of the disk: power cuts, disks that are full, damaged catalogs. What needs root is skipped without it."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from pathlib import Path

from . import checker
from .calls import counted_calls
from .world import World


def sh(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout.strip()


def why_no_images():
    if os.geteuid() != 0:
        return "needs root"
    for tool in ["mkfs.xfs", "mkfs.ext4", "losetup"]:
        if not shutil.which(tool):
            return f"{tool} is missing"
    return None


class Disk:
    """A file system in an image on a file system that copies in no time: a copy is the disk at one moment."""

    def __init__(self, folder, kind="ext4", size="96M"):
        self.folder, self.kind = Path(folder), kind
        self.mounts, self.loops = [], []
        outer = self.folder / "outer"
        outer.mkdir(parents=True)
        image = self.folder / "outer.img"
        sh("truncate", "-s", "1500M", image)
        sh("mkfs.xfs", "-q", "-f", "-m", "reflink=1", image)
        self.mount(image, outer, "loop")
        self.image = outer / "disk.img"
        sh("truncate", "-s", "320M" if kind == "xfs" else size, self.image)
        sh(*(["mkfs.xfs", "-q", "-f"] if kind == "xfs" else ["mkfs.ext4", "-q", "-F"]), self.image)
        self.inner = self.folder / "inner"
        self.attach(self.image, self.inner, ["-o", "commit=60"] if kind == "ext4" else [])

    def mount(self, what, where, *options):
        sh("mount", *(["-o", ",".join(options)] if options else []), what, where)
        self.mounts.append(where)

    def attach(self, image, where, options, is_direct=True):
        where.mkdir(exist_ok=True)
        loop = sh("losetup", *(["--direct-io=on"] if is_direct else []), "-f", "--show", image)
        self.loops.append(loop)
        sh("mount", *options, loop, where)
        self.mounts.append(where)

    def cut(self, number):
        """What is on the disk now, and nothing that only memory holds, as a file system of its own."""
        image = self.image.with_name(f"cut{number}.img")
        sh("cp", "--reflink=always", self.image, image)
        where = self.folder / f"cut{number}"
        self.attach(image, where, ["-o", "nouuid"] if self.kind == "xfs" else [], is_direct=False)
        return where

    def release(self, where):
        sh("umount", where)
        self.mounts.remove(where)
        loop = self.loops.pop()
        sh("losetup", "-d", loop)
        (self.image.with_name(where.name + ".img")).unlink()

    def remove(self):
        for where in reversed(self.mounts):
            subprocess.run(["umount", "-l", where], capture_output=True)
        for loop in self.loops:
            subprocess.run(["losetup", "-d", loop], capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)


def moved(world, root):
    """The same world in another place: paths in its files are those of the place it was made in."""
    other = World.__new__(World)
    other.root, other.tools, other.mail, other.stack, other.script = root, world.tools, world.mail, 0, ""
    other.patience = world.patience
    return other


def wait_for_stop(process, patience=60):
    """Waits until the process stops itself; False when it ended before."""
    for _ in range(patience * 100):
        if process.poll() is not None:
            return False
        stat = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        if stat[0] == "T":
            return True
        time.sleep(0.01)
    return False


def power_cuts(suite, environment=None, kinds=("ext4", "xfs"), count=100, title="power cut"):
    """The program stops before the Nth durable call, the disk is copied as it is, and work goes on from the copy."""
    why = why_no_images()
    if why:
        return suite.skip(title, count * len(kinds), why)
    calls = len(counted_calls(suite))
    broken = []
    for kind in kinds:
        disk = Disk(suite.scratch / f"disk-{kind}-{next(suite.numbers)}", kind)
        try:
            step = max(1, calls // (max(4, count // 20) if suite.is_quick else count))

            def case(number):
                shutil.rmtree(disk.inner / "w", ignore_errors=True)
                world = World(disk.inner / "w", suite.tools, patience=suite.patience)
                os.sync()
                process = world.start(world.shim("stop", number) | (environment or {}))
                if not wait_for_stop(process):
                    process.communicate()
                    return []
                try:
                    where = disk.cut(number)
                finally:
                    os.killpg(process.pid, signal.SIGKILL)
                told = [line for line in process.communicate()[0].splitlines() if line.startswith("input ")]
                # The folders that the world named are now those of the copy.
                sh("mount", "--bind", where, disk.inner)
                try:
                    after = moved(world, disk.inner / "w")
                    breaches = checker.check_sources(after)
                    run = after.run()
                    if not run.is_done:
                        why = run.log[-300:] + str(run.lines[-1:])
                        return breaches + [checker.Breach("other", "after the cut: " + why)]
                    told += run.told
                    breaches += checker.check_told(after, told) + checker.check_end(after) + checker.check_report(run)
                    return breaches
                finally:
                    sh("umount", disk.inner)
                    disk.release(where)

            jobs, suite.jobs = suite.jobs, 1
            broken += suite.family(f"{title} {kind}", list(range(1, calls, step))[:count], case)
            suite.jobs = jobs
        finally:
            disk.remove()
    return broken


def full_disks(suite):
    """A disk that runs full while mail comes in: nothing is told that is not stored, and work goes on by itself."""
    if os.geteuid() != 0:
        return suite.skip("full disk", 6, "needs root")

    def case(which):
        kind, option = which
        root = suite.scratch / f"full{next(suite.numbers)}"
        root.mkdir()
        sh("mount", "-t", "tmpfs", "-o", option, "tmpfs", root)
        try:
            world = World(root / "w", suite.tools)
            ballast = root / "ballast"
            ballast.mkdir()
            process = world.start({"FAULT_FREE": "0"})
            fill(ballast, kind)
            time.sleep(1.5)
            shutil.rmtree(ballast)
            # Some of these disks are too small for all of the mail even then.
            sh("mount", "-o", "remount,size=64M,nr_inodes=5000", root)
            try:
                text, _ = process.communicate(timeout=90)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                return [checker.Breach("other", "does not go on when there is room again")]
            told = [line for line in text.splitlines() if line.startswith("input ")]
            run = world.run()
            if not run.is_done:
                return [checker.Breach("other", "after the full disk: " + run.log[-300:])]
            return checker.check_told(world, told) + checker.check_end(world) + checker.check_report(run)
        finally:
            subprocess.run(["umount", "-l", root])

    cases = [("bytes", f"size={size}M") for size in [2, 4, 8]]
    cases += [("files", f"size=64M,nr_inodes={number}") for number in [90, 150, 300]]
    suite.family("full disk", suite.sampled(cases, 1), case)


def fill(folder, kind):
    try:
        for number in range(100_000):
            (folder / str(number)).write_bytes(b"x" * (65536 if kind == "bytes" else 0))
    except OSError:
        pass


def bit_flips(suite):
    """Single flipped bits in the catalog: noticed by the check, or without effect on any row."""
    world = suite.world()
    assert world.run().is_done
    catalog = world.root / "state/catalog.sqlite"
    with sqlite3.connect(catalog) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    intact, rows = catalog.read_bytes(), all_rows(catalog)
    noise = random.Random(20261121)
    flips = [(noise.randrange(len(intact)), noise.randrange(8)) for _ in range(300)]
    outcome = Counter()

    def case(which):
        place, bit = which
        bytes_ = bytearray(intact)
        bytes_[place] ^= 1 << bit
        other = suite.scratch / f"flip{next(suite.numbers)}"
        shutil.copytree(world.root / "state", other / "state", copy_function=os.link)
        (other / "state/catalog.sqlite").unlink()
        (other / "state/catalog.sqlite").write_bytes(bytes_)
        is_same = all_rows(other / "state/catalog.sqlite") == rows
        answer = subprocess.run(
            [suite.tools.programs / "scanstelle", "store", "verify", "--config", config(other), "--json"],
            capture_output=True, text=True)
        is_noticed = answer.returncode != 0
        outcome["noticed" if is_noticed else "harmless" if is_same else "silent"] += 1
        shutil.rmtree(other)
        return [] if is_noticed or is_same else [checker.Breach("other", "a row changed and nobody noticed")]

    suite.family("flipped bit", suite.sampled(flips, 15), case)
    print(f"faults: flipped bits: {dict(outcome)}")
    world.remove()


def config(root):
    file = root / "scanstelle.yaml"
    file.write_text(f"state: {root}/state\nprofiles: {root}/profiles\ntargets: []\n")
    return file


def all_rows(catalog):
    """Every row of every table, or None where SQLite cannot read them."""
    try:
        db = sqlite3.connect(f"file:{catalog}?immutable=1", uri=True)
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        rows = [db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]
        db.close()
        return rows
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None


def rebuilds(suite):
    """The catalog is lost in many ways in the middle of work: made anew, work goes on, nothing is delivered twice."""
    ways = ["gone", "wal-gone", "truncated", "old", "garbage"]

    def case(which):
        way, number = which
        world = suite.world()
        first = world.run(world.shim("kill", number))
        state = world.root / "state"
        damage(state, way, number)
        answer = subprocess.run(
            [suite.tools.programs / "scanstelle", "store", "rebuild", "--config", config(world.root), "--json"],
            capture_output=True, text=True)
        if answer.returncode != 0 and (state / "journal.jsonl").exists() | any(state.rglob("journal.jsonl")):
            return [checker.Breach("other", f"rebuild: {answer.stdout[-300:]} {answer.stderr[-300:]}")]
        if answer.returncode != 0:
            for name in state.glob("catalog.sqlite*"):
                name.unlink()
        first.lines = [line for line in first.lines if line not in ["done"]]
        return suite.work_out(world, first)

    numbers = range(100, 1500, 280)
    suite.family("catalog lost", suite.sampled([(way, n) for n in numbers for way in ways], 3), case)


def damage(state, way, seed):
    catalog, log = state / "catalog.sqlite", state / "catalog.sqlite-wal"
    if way == "gone":
        for path in state.glob("catalog.sqlite*"):
            path.unlink()
    elif way == "wal-gone":
        log.unlink(missing_ok=True)
    elif way == "truncated" and log.exists():
        os.truncate(log, log.stat().st_size // 2)
    elif way == "old" and catalog.exists():
        log.unlink(missing_ok=True)
        (state / "catalog.sqlite-shm").unlink(missing_ok=True)
    elif way == "garbage" and catalog.exists():
        catalog.write_bytes(random.Random(seed).randbytes(catalog.stat().st_size))
