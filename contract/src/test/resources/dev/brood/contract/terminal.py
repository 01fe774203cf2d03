"""Runs a program at a terminal of its own and presses Ctrl-C there, or closes the window.

    terminal.py once|twice|close command...

Does so when the program has printed "ready", and a second time when it has printed "ending".
Prints what was seen on the terminal, and at last the exit code.
"""

import os
import pty
import signal
import sys

CTRL_C = b"\x03"


def main(times, command):
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where the tests are not to hang up
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
            if times == "close":
                break
            os.write(terminal, CTRL_C)
    os.close(terminal)
    status = os.waitpid(child, 0)[1]
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
    sys.stdout.write(seen.decode(errors="replace").replace("\r\n", "\n"))
    sys.stdout.write("\nexit %d\n" % code)


main(sys.argv[1], sys.argv[2:])
