"""Runs a program at a terminal of its own and presses Ctrl-C there.

    terminal.py once|twice command...

Presses it when the program has printed "ready", and a second time when it has printed "ending".
Prints what was seen on the terminal, and at last the exit code.
"""

import os
import pty
import sys

CTRL_C = b"\x03"


def main(times, command):
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    seen = b""
    waiting = [b"ready", b"ending"] if times == "twice" else [b"ready"]
    while True:
        try:
            data = os.read(terminal, 4096)
        except OSError:  # the last one has left the terminal
            break
        if not data:
            break
        seen += data
        # The whole line, or its end might be cut off.
        if waiting and b"\n" in seen.partition(waiting[0])[2]:
            waiting.pop(0)
            os.write(terminal, CTRL_C)
    status = os.waitpid(child, 0)[1]
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
    sys.stdout.write(seen.decode(errors="replace").replace("\r\n", "\n"))
    sys.stdout.write("\nexit %d\n" % code)


main(sys.argv[1], sys.argv[2:])
