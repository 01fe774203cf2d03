"""Measures Python's process pools on the work that the Java side does as well.

Reads requests from stdin, one on each line, its parts separated by tabs: how many seconds it may
take, the name of a function of Peers, and numbers as its arguments. Answers each with a line: the
median and the 99th percentile of a call, and the time of all calls divided by their number, in
nanoseconds. The first line of all tells the version.

With --cold it only starts a pool, and prints how long the first result took.
"""

import time

BEGIN = time.perf_counter_ns()

import argparse
import array
import multiprocessing
import os
import platform
import random
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor

LEAST_CALLS = 200


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


def churn(rounds):
    value = rounds
    for _ in range(rounds):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
    return value


VALUES = {}


def large(kind, size):
    """A value of so many bytes, made only once in each process."""
    if (kind, size) not in VALUES:
        data = os.urandom(size)
        VALUES[kind, size] = data if kind == "bytes" else array.array("d", data)
    return VALUES[kind, size]


def first_result(begin, context, workers):
    """How long it takes from then on until a new pool has answered. Its end is not counted."""
    with context.Pool(workers) as pool:
        assert pool.apply(square, (3,)) == 9
        return time.perf_counter_ns() - begin


def each(seconds, work):
    """Times calls one by one."""
    times = []
    begin = now = time.perf_counter_ns()
    while now - begin < seconds * 1e9 or len(times) < LEAST_CALLS:
        work()
        after = time.perf_counter_ns()
        times.append(after - now)
        now = after
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)], (now - begin) / len(times)


def together(seconds, calls, work, expected=None):
    """Times many calls at once, again and again."""
    times = []
    begin = now = time.perf_counter_ns()
    while not times or now - begin < seconds * 1e9:
        result = work()
        after = time.perf_counter_ns()
        times.append(after - now)
        now = after
    assert expected is None or result == expected, "wrong results"
    nanos = statistics.median(times) / calls
    return nanos, float("nan"), nanos


class Peers:
    """What can be asked for. Pools and inputs are made when they are first needed, and kept."""

    def __init__(self, method, workers):
        self.method = method
        self.context = multiprocessing.get_context(method)
        self.workers = workers
        self.kept = {}

    def keep(self, make, *key):
        name = (make.__name__, *key)
        if name not in self.kept:
            self.kept[name] = make(*key)
        return self.kept[name]

    def make_pool(self):
        return self.context.Pool(self.workers)

    def make_idle_pool(self, workers):
        return self.context.Pool(workers)

    def make_executor(self):
        return ProcessPoolExecutor(self.workers, mp_context=self.context)

    def make_rows(self, count):
        random.seed(100)
        return [[random.randrange(10) for _ in range(5)] for _ in range(count)]

    def make_bound_rows(self, count):
        return [(row, 4, 8) for row in self.keep(self.make_rows, count)]

    def make_counts(self, count):
        return [howmany_within_range(row, 4, 8) for row in self.keep(self.make_rows, count)]

    def make_squares(self, count):
        return [square(number) for number in range(count)]

    def make_rounds(self, nanos):
        """How many rounds keep a processor busy for so long."""

        def best(rounds):
            return min(together(0, 1, lambda: churn(rounds))[0] for _ in range(20))

        a_round = (best(20_000) - best(0)) / 20_000
        return max(1, round((nanos - best(0)) / a_round))

    @property
    def pool(self):
        return self.keep(self.make_pool)

    @property
    def executor(self):
        return self.keep(self.make_executor)

    def start(self, seconds):
        nanos = first_result(time.perf_counter_ns(), self.context, self.workers)
        return nanos, float("nan"), nanos

    def apply(self, seconds):
        pool = self.pool
        return each(seconds, lambda: pool.apply(square, (3,)))

    def submit(self, seconds):
        executor = self.executor
        return each(seconds, lambda: executor.submit(square, 3).result())

    def squares(self, seconds, count):
        expected = self.keep(self.make_squares, count)
        return together(seconds, count, lambda: [square(i) for i in range(count)], expected)

    def map_squares(self, seconds, count, chunksize):
        """A chunk size of 0 leaves the choice to the pool."""
        pool = self.pool
        expected = self.keep(self.make_squares, count)
        size = chunksize or None
        return together(seconds, count, lambda: pool.map(square, range(count), size), expected)

    def executor_squares(self, seconds, count, chunksize):
        executor = self.executor
        expected = self.keep(self.make_squares, count)

        def work():
            return list(executor.map(square, range(count), chunksize=chunksize))

        return together(seconds, count, work, expected)

    def count(self, seconds, count):
        rows = self.keep(self.make_rows, count)
        expected = self.keep(self.make_counts, count)
        return together(
            seconds, count, lambda: [howmany_within_range(row, 4, 8) for row in rows], expected
        )

    def map_count(self, seconds, count):
        pool = self.pool
        rows = self.keep(self.make_rows, count)
        expected = self.keep(self.make_counts, count)
        return together(seconds, count, lambda: pool.map(howmany_from_4_to_8, rows), expected)

    def starmap_count(self, seconds, count):
        pool = self.pool
        rows = self.keep(self.make_bound_rows, count)
        expected = self.keep(self.make_counts, count)
        return together(seconds, count, lambda: pool.starmap(howmany_within_range, rows), expected)

    def bytes_argument(self, seconds, size):
        return self.argument(seconds, "bytes", size)

    def bytes_result(self, seconds, size):
        return self.result(seconds, "bytes", size)

    def doubles_argument(self, seconds, size):
        return self.argument(seconds, "doubles", size)

    def doubles_result(self, seconds, size):
        return self.result(seconds, "doubles", size)

    def argument(self, seconds, kind, size):
        pool = self.pool
        value = large(kind, size)
        return together(seconds, 1, lambda: pool.apply(len, (value,)), len(value))

    def result(self, seconds, kind, size):
        pool = self.pool
        length = len(large(kind, size))
        return together(seconds, 1, lambda: len(pool.apply(large, (kind, size))), length)

    def map_churn(self, seconds, nanos, calls):
        """Calls that take so long each."""
        pool = self.pool
        rounds = self.keep(self.make_rounds, nanos)
        return together(seconds, calls, lambda: pool.map(churn, [rounds] * calls))

    def pids(self, seconds, workers):
        """Starts a pool that does nothing, and tells its processes."""
        self.keep(self.make_idle_pool, workers)
        return [child.pid for child in multiprocessing.active_children()]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--method", required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--cold", action="store_true")
    options = parser.parse_args()
    if options.method not in multiprocessing.get_all_start_methods():
        print(f"absent\tPython does not {options.method} on this system", flush=True)
        return
    if options.cold:
        context = multiprocessing.get_context(options.method)
        print(first_result(BEGIN, context, options.workers), flush=True)
        return
    print(f"version\t{platform.python_version()}", flush=True)
    peers = Peers(options.method, options.workers)
    for line in sys.stdin:
        seconds, name, *arguments = line.rstrip("\n").split("\t")
        try:
            answer = getattr(peers, name)(float(seconds), *map(int, arguments))
        except Exception as error:
            answer = ["error", repr(error)]
        print(*answer, sep="\t", flush=True)
    for kept in peers.kept.values():
        if isinstance(kept, ProcessPoolExecutor):
            kept.shutdown()
        elif hasattr(kept, "terminate"):
            kept.terminate()
            kept.join()


if __name__ == "__main__":
    main()
