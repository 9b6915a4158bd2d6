"""Faults at every durable call and at every named step: fault number 1, 2, 3 and so on, until a run meets none."""

import tempfile
from pathlib import Path

ACTIONS = ["kill", "after", "eio", "enospc", "short"]


def counted_calls(suite, program="fault-probe", **world):
    """The durable calls of a run without a fault."""
    place = suite.world(**world)
    with tempfile.NamedTemporaryFile() as log:
        run = place.run(place.shim("none", -1, program, FAULT_LOG=log.name))
        assert run.is_done, run.log
        calls = Path(log.name).read_text().splitlines()
    place.remove()
    return calls


def passed_steps(suite, **world):
    """The named steps of a run without a fault, each with its occurrence."""
    place = suite.world(**world)
    with tempfile.NamedTemporaryFile() as log:
        run = place.run({"SCANSTELLE_FAULT": f"trace:{log.name}"})
        assert run.is_done, run.log
        names = Path(log.name).read_text().splitlines()
    place.remove()
    return [(name, names[: index + 1].count(name)) for index, name in enumerate(names)]


def at_calls(suite):
    calls = counted_calls(suite)
    # Side by side work makes the number of calls vary a little: a few more are tried than were counted.
    numbers = range(1, len(calls) + 6)

    def case(which):
        action, number = which
        world = suite.world()
        return suite.work_out(world, world.run(world.shim(action, number)))

    for action in ACTIONS:
        suite.family(f"{action} at calls", suite.thinned((action, n) for n in numbers), case)


def at_steps(suite):
    steps = passed_steps(suite)
    names = {name for name, _ in steps}
    print(f"faults: {len(names)} named steps", flush=True)

    def case(which):
        action, (name, occurrence) = which
        world = suite.world()
        return suite.work_out(world, world.run({"SCANSTELLE_FAULT": f"{name}:{occurrence}:{action}"}))

    for action in ["kill", "eio", "enospc"]:
        suite.family(f"{action} at steps", suite.thinned(((action, step) for step in steps), 6), case)
