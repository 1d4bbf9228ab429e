"""All measurements, one after another: `make bench`. Each in a process of its own, whose memory is no other's."""

import subprocess
import sys

#: What is printed above a measurement, its module, the sizes that it is given.
PARTS = (
    ("refreshing", "refresh", "0", "10000"),
    ("reading archives", "archives", "10000", "100000"),
    ("extraction", "extract"),
    ("resolution of made claims", "resolve", "100000"),
    ("a thousand new claims, resolved and historised, on top of few and of many", "increments", "10000", "1000000"),
    ("publishing", "publishing", "100000", "1000000"),
    ("metrics and checks on made facts", "metrics", "200000"),
)

if __name__ == "__main__":
    for title, module, *sizes in PARTS:
        print(f"\n{title}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{module}", *sizes], check=False).returncode:
            sys.exit(f"benchmarks.{module} failed: run it alone to see where")
