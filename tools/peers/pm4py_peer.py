"""pm4py on one XES log: figures with CPU seconds, or the graph and rules to compare with.

Not part of the product: tools/peers/run starts it in an environment of its own.
"""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import pm4py  # noqa: E402
from pm4py.objects.log.importer.xes import importer  # noqa: E402
from pm4py.algo.conformance.declare import algorithm as declare  # noqa: E402

UNARY = ("existence", "exactly_one", "init", "absence")


def cpu(work):
    """The result of some work and the CPU seconds it took."""
    begin = time.process_time()
    result = work()
    return result, time.process_time() - begin


def read(path):
    return importer.apply(path, parameters={"show_progress_bar": False})


def figures(path):
    begin = time.process_time()
    frame = pm4py.convert_to_dataframe(read(path))
    load = time.process_time() - begin
    (graph, _, _), graph_cpu = cpu(lambda: pm4py.discover_dfg(frame))
    variants, variants_cpu = cpu(lambda: pm4py.get_variants(frame))
    _, throughput_cpu = cpu(lambda: pm4py.get_all_case_durations(frame))
    return {
        "cases": int(frame["case:concept:name"].nunique()),
        "events": len(frame),
        "edges": len(graph),
        "variants": len(variants),
        "load": load,
        "graph": graph_cpu,
        "variants_cpu": variants_cpu,
        "throughput": throughput_cpu,
    }


def numbers(path, wanted):
    """The graph with its ends, and for every rule how many traces violate it."""
    log = read(path)
    graph, starts, ends = pm4py.discover_dfg(log)
    performance, _, _ = pm4py.discover_performance_dfg(log)
    model = {}
    for template, *activities in wanted:
        key = activities[0] if template in UNARY else tuple(activities)
        model.setdefault(template, {})[key] = {"support": 1, "confidence": 1}
    violated = {}
    for trace in declare.apply(log, model):
        keys = set()
        for template, activities in trace["deviations"]:
            named = [activities] if isinstance(activities, str) else list(activities)
            keys.add(json.dumps([template, *named]))
        for key in keys:
            violated[key] = violated.get(key, 0) + 1
    rework = pm4py.get_rework_cases_per_activity(log)
    return {
        "graph": [[a, b, count] for (a, b), count in graph.items()],
        "seconds": [[a, b, of["mean"], of["median"]] for (a, b), of in performance.items()],
        "starts": starts,
        "ends": ends,
        "rework": rework,
        "variants": len(pm4py.get_variants(log)),
        "violated": [[*w, violated.get(json.dumps(w), 0)] for w in wanted],
    }


if __name__ == "__main__":
    if len(sys.argv) == 2:
        result = figures(sys.argv[1])
        print(json.dumps(result))
    else:
        print(json.dumps(numbers(sys.argv[1], json.loads(sys.argv[2]))))
