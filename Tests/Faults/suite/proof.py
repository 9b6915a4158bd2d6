"""Does the suite notice? The program is broken on purpose, and cases that pass for the real one must fail."""

from . import checker, disks
from .cases import Suite


def prove(suite):
    """True when every break was noticed."""
    verdicts = [
        noticed(suite, "source put away before it is stored", {"lost"}, hasty_intake),
        noticed(suite, "answer lost and sent again blindly", {"twice"}, blind_sender),
    ]
    if disks.why_no_images():
        print(f"faults: prove: without syncs: skipped: {disks.why_no_images()}")
    else:
        verdicts.append(noticed(suite, "without syncs", {"lost", "false-told", "other"}, without_syncs))
    return all(verdicts)


def noticed(suite, name, kinds, body):
    trial = Suite(suite.tools, suite.scratch, suite.jobs)
    trial.numbers = suite.numbers
    # Broken programs wait for ever; nobody needs to wait with them.
    trial.patience = 6
    broken = body(trial)
    found = {breach.kind for _, breaches in broken for breach in breaches}
    verdict = bool(found & kinds)
    print(f"faults: prove: {name}: {'noticed' if verdict else 'NOT NOTICED'} ({len(broken)} of {trial.cases} cases)")
    return verdict


def hasty_intake(trial):
    def case(number):
        world = trial.world()
        run = world.run(world.shim("kill", number) | {"FAULT_MUTANT": "hasty"})
        return trial.work_out(world, run)

    return trial.family("hasty intake", range(5, 400, 30), case)


def blind_sender(trial):
    def case(times):
        world = trial.world()
        return trial.work_out(world, world.run({"FAULT_TARGET": f"blind:{times}"}))

    return trial.family("blind sender", [1, 2], case)


def without_syncs(trial):
    return disks.power_cuts(trial, {"FAULT_LIE": "1"}, kinds=("ext4",), count=12, title="power cut without syncs")
