"""Measures Python's process pools on the work that the Java side does as well.

Prints a line for each measurement: its name, a tab, the median in nanoseconds.
"""

import argparse
import multiprocessing
import platform
import random
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


def howmany_within_range(row, minimum, maximum):
    count = 0
    for value in row:
        if minimum <= value <= maximum:
            count += 1
    return count


def howmany_from_4_to_8(row):
    return howmany_within_range(row, 4, 8)


def nanoseconds(work):
    start = time.perf_counter_ns()
    work()
    return time.perf_counter_ns() - start


def report(name, value):
    print(f"{name}\t{value}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("workers", "seconds", "runs", "rows", "numbers", "calls"):
        parser.add_argument("--" + option, type=int, required=True)
    plan = parser.parse_args()

    def median(name, work, divisor=1, seconds=plan.seconds):
        begin = time.monotonic()
        while time.monotonic() - begin < seconds:
            work()
        times = []
        begin = time.monotonic()
        while len(times) < plan.runs or time.monotonic() - begin < seconds:
            times.append(nanoseconds(work))
        report(name, statistics.median(times) / divisor)

    methods = multiprocessing.get_all_start_methods()
    method = "fork" if "fork" in methods else methods[0]
    context = multiprocessing.get_context(method)
    report("version", f"Python {platform.python_version()}, pools started by {method}")

    # Starts come first, while this process is as small as it can be.
    def start(method):
        with multiprocessing.get_context(method).Pool(plan.workers) as pool:
            assert pool.apply(square, (3,)) == 9

    for candidate in ("fork", "spawn"):
        if candidate in methods:
            median("start " + candidate, lambda: start(candidate), seconds=0)

    random.seed(100)
    rows = [[random.randrange(10) for _ in range(5)] for _ in range(plan.rows)]
    bound = [(row, 4, 8) for row in rows]
    numbers = range(plan.numbers)
    counts = [howmany_within_range(row, 4, 8) for row in rows]

    with context.Pool(plan.workers) as pool:
        assert pool.map(howmany_from_4_to_8, rows) == counts
        assert pool.starmap(howmany_within_range, bound) == counts

        def apply_each():
            for _ in range(plan.calls):
                pool.apply(square, (3,))

        median("apply", apply_each, plan.calls)
        median("count serial", lambda: [howmany_within_range(row, 4, 8) for row in rows])
        median("count map", lambda: pool.map(howmany_from_4_to_8, rows))
        median("count starmap", lambda: pool.starmap(howmany_within_range, bound))
        median("squares serial", lambda: [square(number) for number in numbers])
        median("squares map", lambda: pool.map(square, numbers))

    with ProcessPoolExecutor(plan.workers, mp_context=context) as executor:

        def submit_each():
            for _ in range(plan.calls):
                executor.submit(square, 3).result()

        median("executor submit", submit_each, plan.calls)


if __name__ == "__main__":
    sys.exit(main())
