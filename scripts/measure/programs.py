"""Programs run under watch: CPU time, wall time and memory of all their processes."""

import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path


class Column:
    """What one program needed and read: texts are in the order of the pages."""

    def __init__(self, name: str):
        self.name = name
        self.cpu = self.wall = 0.0
        self.peaks: dict[str, int] = {}
        self.texts: list[str] = []
        self.reports: list[dict] = []

    def run(self, command: list[str], allowed: tuple = (0,), jobs: int = 1) -> str:
        """Run a command, add its CPU time and that of everything below it, give its standard output."""
        # One thread a Tesseract, for peers as well: threads cost CPU time and save little wall time.
        environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
        cores = sorted(os.sched_getaffinity(0))[:jobs]
        start = time.monotonic()
        with tempfile.TemporaryFile() as output:
            child = subprocess.Popen(
                command,
                stdout=output,
                stderr=subprocess.DEVNULL,
                env=environment,
                preexec_fn=lambda: os.sched_setaffinity(0, cores),
            )
            watch = Watch(child.pid, self.peaks)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            watch.stop()
            output.seek(0)
            text = output.read().decode("utf-8", "replace")
        self.wall += time.monotonic() - start
        self.cpu += usage.ru_utime + usage.ru_stime
        if child.returncode not in allowed:
            raise SystemExit(f"bench: {command[0]} ended with status {child.returncode}")
        return text

    @property
    def peak(self) -> float:
        """The largest process, in MB."""
        return max(self.peaks.values(), default=0) / 1024


class Watch(threading.Thread):
    """Looks every 20 ms at a process and its children and keeps the highest memory (VmHWM, kB) by program name."""

    def __init__(self, process: int, peaks: dict[str, int]):
        super().__init__(daemon=True)
        self.process, self.peaks, self.ended = process, peaks, threading.Event()
        self.start()

    def run(self) -> None:
        while not self.ended.wait(0.02):
            for process in family(self.process):
                self.note(process)

    def note(self, process: int) -> None:
        try:
            lines = Path(f"/proc/{process}/status").read_text().splitlines()
            name = Path(f"/proc/{process}/cmdline").read_text().split("\0")[0].rsplit("/", 1)[-1]
        except OSError:
            return  # ended between listing and reading
        values = dict(line.split(":", 1) for line in lines if ":" in line)
        if "VmHWM" in values:
            self.peaks[name] = max(int(values["VmHWM"].split()[0]), self.peaks.get(name, 0))

    def stop(self) -> None:
        self.ended.set()
        self.join()


def family(process: int) -> list[int]:
    """A process and all below it, as far as they have not just ended."""
    members = [process]
    for member in members:
        try:
            for task in os.listdir(f"/proc/{member}/task"):
                children = Path(f"/proc/{member}/task/{task}/children").read_text()
                members += [int(child) for child in children.split()]
        except OSError:
            continue
    return members
