"""Throw generated text at `chronology.tagging.tag` and check what must hold of every answer.

    python -m benchmarks.fuzz_tagging [--characters 10000000] [--seed 1]

The texts mix every word of the lexicon with numbers, dates, punctuation and any Unicode (astral, combining,
right-to-left, NUL, lone surrogates), with every kind of publication date. A failure is printed with its seed,
shortened to the least text that still fails; the exit status is 1 where there was one.
"""

import argparse
import sys
import time

from tests.fuzzing import least, run


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start = time.perf_counter()
    counts, examples, done = run(arguments.characters, arguments.seed)
    print(f"{done:,} characters in {time.perf_counter() - start:.0f} s, {sum(counts.values())} failures")
    for kind, failure in examples.items():
        text, published, mode = least(kind, failure)
        print(f"{counts[kind]:6d}  {kind[:90]}\n        {text!a} published={published} mode={mode}")
    sys.exit(bool(counts))


if __name__ == "__main__":
    main()
