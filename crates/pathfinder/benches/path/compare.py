#!/usr/bin/env python3
"""Other solvers on the questions that the benchmark left in a folder.

    python3 -m venv venv && venv/bin/pip install ortools==9.15.6755 highspy==1.16.0 PySCIPOpt==6.3.0 numpy
    cargo bench -p pathfinder --bench path -- realistic 10000 10 20 questions
    venv/bin/python crates/pathfinder/benches/path/compare.py questions [SECONDS]

All get the same model, of every offering that can be of any use: x, an offering is taken; y, a skill is there; y <= the sum of x that give it;
x <= y of what it requires; y = 1 for what is wanted; least cost. (These catalogues have no circles of requirements, so that no order has
to be asked for.) One thread each. Times are CPU milliseconds of solving alone, without building the model in Python; ours are from the request
to the path, all reductions counted. Prints a line for each family and size of profile.
"""
import collections, glob, json, os, resource, statistics, sys

LIMIT = float(sys.argv[2]) if len(sys.argv) > 2 else 20.0


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


class Model:
    def __init__(self, instance):
        held = set(instance["held"])
        self.wanted = set(instance["wanted"]) - held
        self.offerings = [(o["cost"], set(o["teaches"]) - held, set(o["requires"]) - held) for o in instance["offerings"]]
        self.skills = sorted(self.wanted.union(*(requires for _, _, requires in self.offerings)))
        self.providers = collections.defaultdict(list)
        for number, (_, teaches, _) in enumerate(self.offerings):
            for skill in teaches:
                self.providers[skill].append(number)


def cp_sat(model):
    from ortools.sat.python import cp_model

    m = cp_model.CpModel()
    x = [m.new_bool_var("") for _ in model.offerings]
    y = {skill: m.new_bool_var("") for skill in model.skills}
    for skill in model.skills:
        m.add_bool_or([x[j] for j in model.providers[skill]] + [~y[skill]])
    for j, (_, _, requires) in enumerate(model.offerings):
        for skill in requires:
            m.add_implication(x[j], y[skill])
    for skill in model.wanted:
        m.add(y[skill] == 1)
    m.minimize(sum(cost * x[j] for j, (cost, _, _) in enumerate(model.offerings)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = LIMIT
    began = cpu()
    status = solver.solve(m)
    took = cpu() - began
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return took, solver.objective_value if found else None, status == cp_model.OPTIMAL


def highs(model):
    import highspy
    import numpy as np

    n = len(model.offerings)
    column = {skill: n + place for place, skill in enumerate(model.skills)}
    starts, index, value, low = [0], [], [], []

    def row(entries):
        for where, what in entries:
            index.append(where)
            value.append(what)
        starts.append(len(index))
        low.append(0.0)

    for skill in model.skills:
        row([(j, 1.0) for j in model.providers[skill]] + [(column[skill], -1.0)])
    for j, (_, _, requires) in enumerate(model.offerings):
        for skill in requires:
            row([(column[skill], 1.0), (j, -1.0)])
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = n + len(column), len(low)
    lp.col_cost_ = np.array([float(cost) for cost, _, _ in model.offerings] + [0.0] * len(column))
    lp.col_lower_ = np.array([0.0] * n + [1.0 if skill in model.wanted else 0.0 for skill in model.skills])
    lp.col_upper_ = np.ones(lp.num_col_)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * n + [highspy.HighsVarType.kContinuous] * len(column)
    lp.row_lower_, lp.row_upper_ = np.array(low), np.full(len(low), highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = np.array(starts), np.array(index), np.array(value)
    solver = highspy.Highs()
    for option, setting in (("output_flag", False), ("threads", 1), ("time_limit", LIMIT), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5)):
        solver.setOptionValue(option, setting)
    solver.passModel(lp)
    began = cpu()
    solver.run()
    took = cpu() - began
    value = solver.getInfo().objective_function_value
    return took, value if value < 1e20 else None, solver.getModelStatus() == highspy.HighsModelStatus.kOptimal


def scip(model):
    from pyscipopt import Model as Scip
    from pyscipopt import quicksum

    m = Scip()
    m.hideOutput()
    m.setParam("limits/time", LIMIT)
    x = [m.addVar(vtype="B", obj=cost) for cost, _, _ in model.offerings]
    y = {skill: m.addVar(vtype="C", lb=1.0 if skill in model.wanted else 0.0, ub=1.0) for skill in model.skills}
    for skill in model.skills:
        m.addCons(quicksum(x[j] for j in model.providers[skill]) >= y[skill])
    for j, (_, _, requires) in enumerate(model.offerings):
        for skill in requires:
            m.addCons(x[j] <= y[skill])
    began = cpu()
    m.optimize()
    return cpu() - began, m.getObjVal() if m.getNSols() else None, m.getStatus() == "optimal"


SOLVERS = {"HiGHS": highs, "SCIP": scip, "CP-SAT": cp_sat}


def main():
    groups = collections.defaultdict(list)
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.json"))):
        family, size, _, profile = os.path.basename(path)[:-5].rsplit("-", 3)
        with open(path) as file:
            instance = json.load(file)
        model, ours = Model(instance), instance["ours"]
        line = {"columns": len(model.offerings), "ours": (ours["ms"] / 1e3, ours["cost"], ours["proved"])}
        for name, solve in SOLVERS.items():
            line[name] = solve(model)
        groups[family, int(size), int(profile)].append(line)
        for name in SOLVERS:
            _, value, proved = line[name]
            # Solvers of real numbers may be off by a hair.
            if proved and ours["proved"] and abs(value - ours["cost"]) > 0.5:
                print(f"DIFFERENT {path}: ours {ours['cost']}, {name} {value}", flush=True)
            if value is not None and ours["proved"] and value < ours["cost"] - 0.5:
                print(f"CHEAPER {path}: ours {ours['cost']} proved, {name} {value}", flush=True)
    for (family, size, profile), lines in sorted(groups.items()):
        said = [f"{family:<11} {size:>8} {profile:>3} of {len(lines)}, {statistics.median(l['columns'] for l in lines):.0f} columns:"]
        for name in ("ours", *SOLVERS):
            times = [line[name][0] * 1e3 for line in lines]
            proved = sum(line[name][2] for line in lines)
            slower = sum(line["ours"][0] > line[name][0] for line in lines)
            said.append(f"{name} {statistics.median(times):.2f} / {max(times):.1f} ms, {proved} proved" + (f", {slower} faster than ours" if name != "ours" else ""))
        print(";  ".join(said), flush=True)


main()
