"""Reads exports back with other programs and compares.

usage: exports.py logs   WEEGBOEK BOOK READER FOLDER     pm4py and the process_mining crate count
       exports.py tables WEEGBOEK BOOK QUESTIONS FOLDER  DuckDB answers as SQLite does
"""

import decimal
import json
import math
import os
import pathlib
import sqlite3
import subprocess
import sys
import time

WHO = {"WEEGBOEK_ACTOR": "OZ-90", "WEEGBOEK_ROLE": "OZ"}
KINDS = {"xes": "xes", "ocel-json": "json", "ocel-xml": "xml", "ocel-sqlite": "sqlite"}
ASKED = ("from_day", "until_day", "on_day", "municipality", "team", "kind", "dossier")


def export(program, book, kind, out):
    command = [program, "--book", book, "--json", "export", kind, "--out", str(out), "--analyst"]
    command += ["--purpose", "Controleren of andere programma's hetzelfde lezen"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **WHO})
    if done.returncode:
        sys.exit(f"export {kind}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def wrong_counts(what, ours, theirs):
    return [f"{what}: {name} {ours[name]} here, {count} there"
            for name, count in theirs.items() if ours[name] != count]


def logs(program, book, reader, folder):
    import warnings

    warnings.filterwarnings("ignore")
    import pm4py
    from pm4py.objects.ocel.validation import ocel20_rel_validation

    folder = pathlib.Path(folder)
    folder.mkdir()
    wrong = []
    for kind, ending in KINDS.items():
        path = folder / f"log.{ending}"
        made = export(program, book, kind, path)
        ours = {**made, "traces": made["dossiers"], "events": made["rows"]}
        crate = json.loads(subprocess.run([reader, path], check=True, capture_output=True).stdout)
        wrong += wrong_counts(f"{kind}, process_mining", ours, crate)
        if kind == "xes":
            frame = pm4py.read_xes(str(path))
            theirs = {"traces": frame["case:concept:name"].nunique(), "events": len(frame)}
            order = frame["log_position"].groupby(frame["case:concept:name"]).is_monotonic_increasing
            if not order.all():
                wrong.append("xes, pm4py: events are not in our order")
        else:
            log = getattr(pm4py, f"read_ocel2_{ending}")(str(path))
            theirs = {
                "events": len(log.events),
                "objects": len(log.objects),
                "event_relations": len(log.relations),
                "object_relations": len(log.o2o),
            }
        wrong += wrong_counts(f"{kind}, pm4py", ours, theirs)
        if kind == "ocel-sqlite":
            kept, broken = ocel20_rel_validation.apply(str(path))
            print(f"{kind}: {len(kept)} of {len(kept) + len(broken)} relational checks pass")
            wrong += [f"{kind}: {name} fails" for name in broken]
        print(f"{kind}: {theirs} in pm4py, {crate} in process_mining")
    finish(wrong)


def number(cell):
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, decimal.Decimal):
        return float(cell)
    return cell


def sorted_rows(rows):
    def key(row):
        return [(cell is not None, not isinstance(cell, str),
                 cell if isinstance(cell, str) else float(f"{cell or 0:.9g}")) for cell in row]

    return sorted(([number(cell) for cell in row] for row in rows), key=key)


def same(one, other):
    if isinstance(one, float) or isinstance(other, float):
        if one is None or other is None or isinstance(one, str) or isinstance(other, str):
            return one == other
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other


def tables(program, book, questions, folder):
    import duckdb

    files = sorted(pathlib.Path(questions).resolve().glob("*.sql"))
    made = export(program, book, "parquet", folder)
    print(f"parquet: {made['rows']} rows")
    if not files:
        print(f"skipped the questions: there are none in {questions}")
        return
    views = pathlib.Path(book).resolve() / "views" / "facts.sqlite"
    lite = sqlite3.connect(f"file:{views}?mode=ro", uri=True)
    os.chdir(folder)
    duck = duckdb.connect()
    duck.execute(pathlib.Path("prelude.sql").read_text())
    names = [name for (name,) in lite.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'all\\_%' ESCAPE '\\'")]
    shown = {row[0] for row in duck.execute("SELECT view_name FROM duckdb_views()").fetchall()}
    wrong = []
    for name in [name for name in names if name in shown]:
        count = f"SELECT count(*) FROM {name}"
        ours, theirs = lite.execute(count).fetchone()[0], duck.execute(count).fetchone()[0]
        if ours != theirs:
            wrong.append(f"{name}: {ours} rows in SQLite, {theirs} in DuckDB")
    middle = lite.execute("SELECT recorded_at FROM all_entries ORDER BY recorded_at LIMIT 1 "
                          "OFFSET (SELECT count(*) / 2 FROM all_entries)").fetchone()[0]
    first, last, dossier, team = lite.execute(
        "SELECT min(occurred_day), max(occurred_day), min(dossier), max(team) FROM all_entries"
    ).fetchone()
    half = (first + last) // 2
    cases = [
        ("all of it", None, (first, last + 1, last, None, None, None, dossier)),
        ("half of it, one team", None, (first, half, half, None, team, None, dossier)),
        ("as known halfway", middle, (first, last + 1, half, None, None, None, dossier)),
    ]
    lite_time, duck_time, answered, rows_seen = 0.0, 0.0, 0, 0
    lite.execute(f"CREATE TEMP TABLE asked ({', '.join(ASKED)})")
    for label, known_at, asked in cases:
        lite.execute("DELETE FROM temp.asked")
        lite.execute("INSERT INTO temp.asked VALUES (?, ?, ?, ?, ?, ?, ?)", asked)
        duck.execute("DELETE FROM asked")
        duck.execute("INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?, ?)", asked)
        if known_at is not None:
            duck.execute("UPDATE known SET moment = ?", [known_at])
            for name in names:
                lite.execute(f"CREATE TEMP VIEW {name.removeprefix('all_')} AS SELECT * FROM {name} "
                             f"WHERE recorded_at <= {known_at} AND (superseded_at IS NULL "
                             f"OR superseded_at > {known_at})")
        for path in files:
            sql = path.read_text().rstrip().rstrip(";")
            try:
                start = time.process_time()
                ours = lite.execute(sql).fetchall()
                between = time.process_time()
                theirs = duck.execute(sql).fetchall()
                end = time.process_time()
            except (duckdb.Error, sqlite3.Error) as error:
                wrong.append(f"{path.name}: {str(error).splitlines()[0]}")
                continue
            lite_time, duck_time = lite_time + between - start, duck_time + end - between
            answered, rows_seen = answered + 1, rows_seen + len(ours)
            ours, theirs = sorted_rows(ours), sorted_rows(theirs)
            differs = len(ours) != len(theirs) or not all(
                len(one) == len(other) and all(map(same, one, other))
                for one, other in zip(ours, theirs))
            if differs:
                example = [pair for pair in zip(ours, theirs) if not all(map(same, *pair))][:1]
                wrong.append(f"{path.name} ({label}): {len(ours)} rows in SQLite, {len(theirs)} in "
                             f"DuckDB, {example}")
    print(f"questions: {answered} answers with {rows_seen} rows; CPU {lite_time:.2f} s in SQLite, "
          f"{duck_time:.2f} s in DuckDB on Parquet, ratio {duck_time / max(lite_time, 1e-9):.2f}")
    finish(wrong)


def finish(wrong):
    if wrong:
        sys.exit("other programs read something else:\n  " + "\n  ".join(wrong[:40]))


if __name__ == "__main__":
    if len(sys.argv) != 6 or sys.argv[1] not in ("logs", "tables"):
        sys.exit(__doc__)
    {"logs": logs, "tables": tables}[sys.argv[1]](*sys.argv[2:])
