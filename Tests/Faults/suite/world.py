"""A small world with mail in it, and the program that works it, under faults."""

import os
import shutil
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

PROFILE = """\
profile: kurz
title: {de: Kurz, en: Short}
procedure: {name: Kurz, version: "1.0", validFrom: 2026-01-01}
separate: [{patch: T, sheet: drop}]
types: [{type: schreiben, any: [{pattern: '.'}]}]
review: {below: 0.1}
route: [{otherwise: ablage}]
deliver: {ablage: {target: eakte, path: /Ablage}}
"""

# Three documents of one file, and two letters that are equal: two equal letters are two letters.
MAIL = {
    "stapel.tif": "a1\fa2\fPATCH\fa3\fPATCH\fa4\fa5",
    "brief.tif": "b1\fb2",
    "nochmal.tif": "b1\fb2",
}

# A call that is syncing to a slow disk beside a hundred others may take its time; nothing here takes a minute.
PATIENCE = 60


@dataclass
class Tools:
    """The built programs and the shim."""

    programs: Path
    shim: Path
    probe: Path = None

    def __post_init__(self):
        self.probe = self.probe or self.programs / "fault-probe"


@dataclass
class Run:
    """One run of the probe, from start to end."""

    status: int
    lines: list
    seconds: float
    ready: float
    log: str
    is_stuck: bool = False

    @property
    def told(self):
        return [line for line in self.lines if line.startswith(("input ", "page "))]

    @property
    def is_done(self):
        return "done" in self.lines

    @property
    def report(self):
        return next((line[7:] for line in self.lines if line.startswith("report ")), None)


@dataclass
class World:
    """A folder with everything in it."""

    root: Path
    tools: Tools
    mail: dict = field(default_factory=lambda: dict(MAIL))
    stack: int = 0
    script: str = ""
    patience: float = PATIENCE

    def __post_init__(self):
        for name in ["eingang", "eakte", "profiles"]:
            (self.root / name).mkdir(parents=True)
        (self.root / "profiles/kurz.yaml").write_text(PROFILE)
        for name, text in self.mail.items():
            (self.root / "eingang" / name).write_text(text)
        if self.stack:
            self.load_feeder()

    def load_feeder(self):
        """A virtual scanner with `stack` sheets, each of a gray of its own."""
        for name in ["stack", "sane", "lib"]:
            (self.root / name).mkdir()
        for number in range(1, self.stack + 1):
            page = b"P5 64 64 255\n" + bytes([number * 20 % 256]) * 4096
            (self.root / f"stack/{number:02}.pnm").write_bytes(page)
        if self.script:
            (self.root / "stack/script").write_text(self.script)
        (self.root / "sane/dll.conf").write_text("folder\n")
        (self.root / "sane/folder.conf").write_text(f"{self.root}/stack\n")
        (self.root / "lib/libsane-folder.so.1").symlink_to(self.tools.programs / "libsane-folder.so")

    def environment(self, extra):
        names = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "TZ"]
        base = {name: os.environ[name] for name in names if name in os.environ}
        base["SWIFT_BACKTRACE"] = "enable=no"
        if self.stack:
            base["FAULT_SCANNER"] = str(self.tools.programs / "scanstelle-scanner")
        return base | extra

    def shim(self, action, at, program="fault-probe", **extra):
        """The environment that faults the `at`th durable call of a program."""
        places = ":".join(str(self.root / name) for name in ["state", "eingang", "eakte"])
        shim = {"LD_PRELOAD": str(self.tools.shim), "FAULT_DIRS": places, "FAULT_PROGRAM": program}
        return shim | {"FAULT_DO": action, "FAULT_AT": str(at)} | extra

    def start(self, extra=None):
        command = [str(self.tools.probe), str(self.root)]
        return subprocess.Popen(
            command, env=self.environment(extra or {}), stdout=subprocess.PIPE, stderr=open(self.root / "log", "ab"),
            text=True, start_new_session=True)

    def run(self, extra=None, patience=None):
        """Runs the probe to its end."""
        begun = time.monotonic()
        (self.root / "log").write_bytes(b"")
        process = self.start(extra)
        lines, ready = [], []

        def listen():
            for line in process.stdout:
                lines.append(line.rstrip("\n"))
                if lines[-1] == "ready":
                    ready.append(time.monotonic() - begun)

        listener = threading.Thread(target=listen)
        listener.start()
        listener.join(patience or self.patience)
        is_stuck = listener.is_alive()
        if is_stuck:
            process.kill()
        process.wait()
        # A child that outlives it holds the pipe open.
        self.end_children(process.pid)
        listener.join()
        seconds = time.monotonic() - begun
        log = (self.root / "log").read_text(errors="replace")
        return Run(process.returncode, lines, seconds, max(ready, default=0.0), log, is_stuck)

    @staticmethod
    def end_children(session):
        """Workers of a killed probe end by themselves at the end of their input; what hangs on purpose does not."""
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                if int(fields[3]) == session and int(entry.name) != os.getpid():
                    os.kill(int(entry.name), signal.SIGKILL)
            except (OSError, IndexError):
                continue

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)
