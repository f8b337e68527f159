"""Prints what Benchmarks/run has measured, beside the record of the last release, or writes that record.

usage: report.py [--record] --words NUMBER --version VERSION FOLDER RECORD
FOLDER holds both texts, the samples, a file each with a number a line, and the stages' times. A record
is lines of a figure's name, a tab, and its value: ratios, shares and megabytes of memory, which mean
the same on another machine.
"""
import argparse
import hashlib
import json
import pathlib
import statistics

TEXTS = ("repeated", "once")


class Samples:
    def __init__(self, folder):
        self.folder = folder / "samples"

    def __getitem__(self, name):
        """The median; None without samples."""
        path = self.folder / name
        values = path.read_text().split() if path.exists() else []
        values = [float(value) for value in values if value != "?"]
        return statistics.median(values) if values else None

    def distinct(self):
        prefix = "tanba.distinct."
        return sorted(int(path.name[len(prefix):]) for path in self.folder.glob(prefix + "*"))


class Report:
    """The lines of the report, and the figures in them that are kept."""

    def __init__(self, last):
        self.last, self.figures = last, {}
        self.lines = [f"{'figure':>64}{'last':>12}{'change':>12}"]

    def line(self, label, first="", second="", key=None, value=None, form="{:.4f}"):
        cells = [first, second, "", "", ""]
        if value is not None:
            self.figures[key] = value
            cells[2] = form.format(value)
            if key in self.last:
                cells[3] = form.format(self.last[key])
                if self.last[key]:
                    cells[4] = f"{(value / self.last[key] - 1) * 100:+.1f} %"
        self.lines.append((f"{label:<28}" + "".join(f"{cell:>12}" for cell in cells)).rstrip())

    def heading(self, *cells):
        self.lines.append("")
        self.line(*cells)


def seconds(value):
    return f"{value:.3f} s"


def speed(size, time):
    return f"{size / 1e6 / time:.2f} MB/s"


def read_record(path):
    """The record's head, its lines with # first, and its figures."""
    if not path.exists():
        return [], {}
    lines = path.read_text().splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [line[2:] for line in lines if line.startswith("#")], {key: float(value) for key, value in rows}


def running(whole, start):
    """What a run took without its start-up; None where that is too short for the clock."""
    return whole - start if whole - start > 0.02 else None


def speeds(report, samples, sizes):
    for text in TEXTS:
        icu, whole, size = samples["icu." + text], samples["tanba." + text], sizes[text]
        own = running(whole, samples["start.tanba"])
        bare = running(samples["bare." + text], samples["start.bare"])
        report.heading(f"text {text}, {size / 1e6:.2f} MB")
        report.line("  ICU word breaks", seconds(icu), speed(size, icu))
        report.line("  tanba extract", seconds(whole), speed(size, whole), f"ratio.{text}.whole", icu / whole)
        if own and bare:
            report.line("  without start-up", seconds(own), speed(size, own), f"ratio.{text}", icu / own)
            report.line("  without names, suffixes", seconds(bare), speed(size, bare), f"cost.{text}", bare / own,
                        "{:.3f}")
        else:
            report.line("  without start-up", "too short")
        report.line("  resident", key=f"memory.{text}", value=samples["memory." + text], form="{:.0f} MB")
        instructions(report, samples, text, size)


def instructions(report, samples, text, size):
    counts = [samples["instructions." + name] for name in ("start", f"tanba.{text}", f"icu.1.{text}", f"icu.2.{text}")]
    if None in counts:
        report.line("  instructions", "not counted on this machine")
        return
    own, loop = counts[1] - counts[0], counts[3] - counts[2]
    report.line("  instructions a byte", f"{own / size:.1f}", f"ICU {loop / size:.1f}", f"instructions.{text}",
                loop / own)


def others(report, samples):
    report.heading("start-up, CPU time", seconds(samples["start.tanba"]))
    report.line("first record, to echo’s", f"{samples['first.tanba'] * 1e3:.1f} ms",
                f"{samples['first.echo'] * 1e3:.1f} ms", "start", samples["first.tanba"] / samples["first.echo"], "{:.1f}")
    one, two, both = (samples[f"jobs.{name}.elapsed"] for name in ("1", "2", "both"))
    # Twice the work at once: no more can be had of this machine at this hour.
    possible = 2 * one / both
    if possible >= 1.7:
        report.line("two jobs, to one", seconds(two), seconds(one), "jobs.2", one / two, "{:.3f}")
    else:
        report.line("two jobs, to one", seconds(two), seconds(one))
        report.lines[-1] += f"       {one / two:.3f}  (not kept: two cores were not free)"
    report.line("  two processes, to one", seconds(both), f"{possible:.3f}")
    one, two = (samples[f"jobs.{name}.cpu"] for name in ("1", "2"))
    report.line("  CPU time", seconds(two), seconds(one), "jobs.2.cpu", two / one, "{:.3f}")


def curve(report, samples, words, size):
    report.heading("distinct words, in 5 MB")
    for count in samples.distinct():
        icu = samples[f"icu.distinct.{count}"]
        own = running(samples[f"tanba.distinct.{count}"], samples["start.tanba"])
        if own is None:
            continue
        report.line(f"  {count:,}" + (", all" if count == words else ""), seconds(own), speed(size(count), own),
                    f"distinct.{count}", icu / own)


def stages(report, folder):
    for text in TEXTS:
        measured = json.loads((folder / f"stages.{text}").read_text())
        size, times = measured["bytes"], measured["sides"][0]["stage_seconds"]
        report.heading(f"stages, text {text}", "ns a byte")
        for name, time in times.items():
            report.line("  " + name, f"{time / size * 1e9:.1f}", "", f"stage.{text}.{name}",
                        time / sum(times.values()), "{:.3f}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--words", type=int)
    parser.add_argument("--version")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("path", type=pathlib.Path)
    options = parser.parse_args()
    samples = Samples(options.folder)
    once = (options.folder / "once").read_bytes()
    sizes = {text: (options.folder / text).stat().st_size for text in TEXTS}
    head, last = read_record(options.path)
    text = (f"text of {len(once):,} bytes and {options.words:,} distinct words, repeated to {sizes['repeated']:,} bytes, "
            f"sha256 {hashlib.sha256(once).hexdigest()[:16]}")
    comparable = text in head

    report = Report(last if comparable else {})
    speeds(report, samples, sizes)
    others(report, samples)
    curve(report, samples, options.words, lambda count: (options.folder / f"distinct.{count}").stat().st_size)
    stages(report, options.folder)

    print(f"{options.path.stem}, {text}")
    if comparable:
        print(f"last: {head[0]}, {options.path}")
    else:
        print(f"{options.path}: {'of another text' if head else 'no record yet'}")
    print("\n".join(report.lines))
    if options.record:
        options.path.parent.mkdir(exist_ok=True)
        rows = [f"{key}\t{value:.4g}\n" for key, value in report.figures.items()]
        options.path.write_text(f"# tanba {options.version}\n# {text}\n" + "".join(rows))
        print(f"kept as {options.path}")


main()
