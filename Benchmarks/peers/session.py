"""What the numerical peers share: a program that times its cases one run at a time.

    peer.py NAME... [--repeats N]    times these cases (all without a name), one JSON line each
    peer.py --serve                  reads names from standard input and times one run for each line

A case is a function that makes the inputs and returns the work: a function without arguments whose result is a
checksum. Only the work is timed, in processor time (user and system) of the whole process; the first run of a case
is not.
"""

import argparse
import json
import sys
import time

CASES = {}


def case(name, units=1):
    """Registers a case whose work does `units` of the thing named, such as training steps."""

    def register(make):
        CASES[name] = (units, make)
        return make

    return register


class Session:
    def __init__(self):
        self.name = None
        self.work = None

    def run(self, name, repeats):
        if name not in CASES:
            return {"name": name, "missing": True}
        units, make = CASES[name]
        if name != self.name:
            # The old inputs go before the new ones come.
            self.name = self.work = None
            self.work = make()
            self.name = name
            self.work()
        seconds = []
        for _ in range(repeats):
            start = time.process_time()
            checksum = self.work()
            seconds.append(time.process_time() - start)
        result = None if checksum is None else float(checksum)
        return {"name": name, "units": units, "seconds": seconds, "checksum": result}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--serve", action="store_true")
    options = parser.parse_args()
    session = Session()
    if options.serve:
        for line in sys.stdin:
            print(json.dumps(session.run(line.strip(), 1)), flush=True)
    else:
        for name in options.names or CASES:
            print(json.dumps(session.run(name, options.repeats)), flush=True)
