"""Compares `weegboek process` with pm4py on event logs: every edge, every rule, every end.

usage: compare.py WEEGBOEK RUN LOG...

Uses only what Python itself has; RUN is tools/peers/run, which starts pm4py.
"""

import itertools
import json
import pathlib
import subprocess
import sys

BINARY = (
    ("responded_existence", "responded-existence"),
    ("response", "response"),
    ("precedence", "precedence"),
    ("succession", "succession"),
    ("altresponse", "alternate-response"),
    ("altprecedence", "alternate-precedence"),
    ("altsuccession", "alternate-succession"),
    ("chainresponse", "chain-response"),
    ("chainprecedence", "chain-precedence"),
    ("chainsuccession", "chain-succession"),
    ("coexistence", "coexistence"),
    ("noncoexistence", "not-coexistence"),
    # pm4py's "non succession" is the negation of succession as a whole, so that it is violated by
    # the traces that satisfy succession; Declare's own forbids every later B.
    ("nonsuccession", "succession"),
    ("nonchainsuccession", "chain-succession"),
)
NEGATED = ("nonsuccession", "nonchainsuccession")
ONE = (("existence", "existence"), ("exactly_one", "exactly"), ("init", "init"), ("absence", "absence"))
ACTIVITIES = 7


def ours(program, log, *arguments):
    command = [program, "process", *arguments, "--file", log, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["tables"]


def main(program, run, logs):
    wrong = []

    def same(what, one, other):
        if one != other:
            wrong.append(f"{what}: {one} here, {other} in pm4py")

    for log in logs:
        name = pathlib.Path(log).name
        stats = ours(program, log, "stats")
        busy = [row["activity"] for row in stats["activities"]["rows"][:ACTIVITIES]]
        rules = [(theirs, own, [one]) for theirs, own in ONE for one in busy]
        pairs = list(itertools.permutations(busy, 2))
        rules += [(theirs, own, list(pair)) for theirs, own in BINARY for pair in pairs]
        wanted = json.dumps([[theirs, *named] for theirs, _, named in rules])
        found = subprocess.run([run, "pm4py", log, wanted], stdout=subprocess.PIPE)
        if found.returncode:
            sys.exit(found.returncode)
        peer = json.loads(found.stdout.decode().strip().splitlines()[-1])

        edges = ours(program, log, "graph")
        own = {(row["from"], row["to"]): row for row in edges["edges"]["rows"]}
        theirs = {(a, b): count for a, b, count in peer["graph"]}
        same(f"{name} edges", len(own), len(theirs))
        for edge in own.keys() | theirs.keys():
            same(f"{name} {edge}", own.get(edge, {}).get("count"), theirs.get(edge))
        for a, b, mean, median in peer["seconds"]:
            row = own[(a, b)]
            for what, days, seconds in (("mean", row["mean"], mean), ("median", row["median"], median)):
                if abs(days * 86400 - seconds) > 1e-3 + 1e-9 * abs(seconds):
                    wrong.append(f"{name} {a} > {b} {what}: {days * 86400} s here, {seconds} s in pm4py")
        for what in ("starts", "ends"):
            rows = stats["activities"]["rows"]
            same(f"{name} {what}", {r["activity"]: r[what] for r in rows if r[what]}, peer[what])
        number = {row["what"]: row["count"] for row in stats["numbers"]["rows"]}
        same(f"{name} variants", number["variants"], peer["variants"])
        rework = ours(program, log, "rework")["rework"]["rows"][1:]
        same(f"{name} rework", {r["activity"]: r["cases_again"] for r in rework}, peer["rework"])

        arguments = ["rules"]
        for _, template, named in rules:
            quoted = ", ".join(f'"{one}"' for one in named)
            arguments += ["--rule", f"{template}({quoted})"]
        rows = ours(program, log, *arguments)["rules"]["rows"]
        for row, (*rule, violated) in zip(rows, peer["violated"], strict=True):
            own_count = row["satisfied" if rule[0] in NEGATED else "violated"]
            same(f"{name} {rule}", own_count, violated)
        print(f"{name}: {len(own)} edges, {len(rules)} rules compared with pm4py")
    for line in wrong[:40]:
        print(line, file=sys.stderr)
    if wrong:
        sys.exit(f"{len(wrong)} differences with pm4py")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
