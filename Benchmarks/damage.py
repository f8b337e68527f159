#!/usr/bin/env python3
"""Damages clean gold at stated rates, kind by kind, and says what F1 is lost; and carries it to the
other alphabets by `tanba convert`.

usage: damage.py TANBA GOLD.jsonl... [--rate 0.05] [--seed 1] [--repeat 3] [--what timex|entities]

GOLD is JSON Lines of {"id", "text", "ref", "timex" and/or "entities": [{"start", "end", "label" or
"type", "value"}]}, offsets in Unicode scalars. Spans are carried through the damage; a prediction is
right when its span in the damaged text and its label are those of the gold. Optional gold counts
neither way. The generator is seeded: the same call gives the same figures.
"""
import argparse, json, random, re, subprocess, sys

LOOKALIKES = dict(zip("аеорсхукмтіһәАЕОРСХКМТІНВ", "aeopcxykmtihəAEOPCXKMTIHB"))
KEYBOARD = dict(zip("қғңөұүіһәҚҒҢӨҰҮІҺӘ", "кгноууихаКГНОУУИХА"))
DIGITS = {"0": "О", "1": "І", "3": "З"}

def lookalike(word, rng):
    places = [i for i, c in enumerate(word) if c in LOOKALIKES]
    if not places or len(places) == len(word): return None
    i = rng.choice(places)
    return word[:i] + LOOKALIKES[word[i]] + word[i + 1:]

def split(word, rng):
    if len(word) < 5 or not word.isalpha(): return None
    i = rng.randrange(2, len(word) - 1)
    return word[:i] + " " + word[i:]

def hyphenate(word, rng):
    if len(word) < 6 or not word.isalpha(): return None
    i = rng.randrange(2, len(word) - 2)
    return word[:i] + "-\n" + word[i:]

def lost_hyphen(word, rng):
    return re.sub(r"(?<=\d)-(?=\w)", "", word, count=1) if re.search(r"\d-[^\W\d]", word) else None

def invisible(word, rng):
    if len(word) < 4 or not word.isalpha(): return None
    i = rng.randrange(1, len(word))
    return word[:i] + rng.choice("\u00ad\u200b\u200d\ufeff") + word[i:]

def footnote(word, rng):
    return word + rng.choice(["[1]", "[12]", "¹", "²"]) if len(word) > 3 and word.isalpha() else None

def keyboard(word, rng):
    if not any(c in KEYBOARD for c in word): return None
    return "".join(KEYBOARD.get(c, c) for c in word)

def digit(word, rng):
    places = [i for i, c in enumerate(word) if c in DIGITS]
    if len(re.findall(r"\d", word)) < 2 or not places or not word.isdigit(): return None
    i = rng.choice(places)
    return word[:i] + DIGITS[word[i]] + word[i + 1:]

def decomposed(word, rng):
    return word.replace("й", "и\u0306").replace("ё", "е\u0308") if re.search("[йё]", word) else None

def no_break(before, after): return "\u00a0"
def glued_number(before, after): return "" if before.isdigit() and after.isalpha() else None
def glued_sentence(before, after): return "" if before == "." and after[:1].isupper() else None
no_break.between = glued_number.between = glued_sentence.between = True

KINDS = {"look-alikes": lookalike, "splits": split, "line-end hyphens": hyphenate,
         "lost hyphens": lost_hyphen, "invisible characters": invisible, "footnote marks": footnote,
         "keyboard letters": keyboard, "letters for digits": digit, "decomposed letters": decomposed,
         "no-break spaces": no_break, "glued numbers": glued_number, "glued sentences": glued_sentence}

def damaged(row, kinds, rate, rng):
    """The row with its text damaged and its spans carried over."""
    text, out, at = row["text"], [], {}
    length = 0
    pieces = re.findall(r"\w[\w-]*|\W", text)
    where = 0
    ends = {}
    for i, piece in enumerate(pieces):
        new = piece
        if piece[0].isalnum() and rng.random() < rate:
            kind = rng.choice(kinds)
            changed = None if hasattr(kind, "between") else kind(piece, rng)
            if changed is not None: new = changed
        elif piece == " " and 0 < i < len(pieces) - 1 and rng.random() < rate:
            kind = rng.choice(kinds)
            changed = kind(pieces[i - 1], pieces[i + 1]) if hasattr(kind, "between") else None
            if changed is not None: new = changed
        at[where] = length
        # A mark behind a word is no part of its span.
        bare = re.sub(r"(\[\d+\]|[¹²])$", "", new) if new.startswith(piece) else new
        ends[where + len(piece)] = length + len(bare)
        for k in range(1, len(piece)):
            at[where + k] = length + min(k, len(bare))
            ends[where + k] = length + min(k, len(bare))
        where += len(piece); length += len(new); out.append(new)
    at[where] = length
    return "".join(out), lambda start, end: (at[start], ends[end])

def predictions(tanba, rows):
    lines = "\n".join(json.dumps({"id": str(i), "text": r["text"], "ref": r.get("ref") or "2021-05-12"},
                                 ensure_ascii=False) for i, r in enumerate(rows)) + "\n"
    run = subprocess.run([tanba, "extract", "--input", "jsonl", "--reference-field", "ref", "--no-text", "-"],
                         input=lines.encode(), stdout=subprocess.PIPE)
    if run.returncode: sys.exit("extract ended with status %d" % run.returncode)
    return [json.loads(line)["entities"] for line in run.stdout.decode().strip("\n").split("\n")]

def score(rows, found, what):
    tp = fp = fn = 0
    for row, entities in zip(rows, found):
        if what not in row: continue
        gold = {(e["start"], e["end"], e.get("type") if what == "timex" else e["label"]): e for e in row[what]}
        for e in entities:
            if (what == "timex") != ("timex" in e): continue
            key = (e["start"], e["end"], e["timex"]["type"] if what == "timex" else e["label"])
            if key in gold:
                if not gold[key].get("optional"): tp += 1
            elif not any(g.get("optional") and g["start"] < e["end"] and e["start"] < g["end"] for g in gold.values()):
                fp += 1
        hit = {(e["start"], e["end"], e["timex"]["type"] if what == "timex" and "timex" in e else e["label"]) for e in entities}
        fn += sum(1 for k, g in gold.items() if not g.get("optional") and k not in hit)
    return 2 * tp / max(1, 2 * tp + fp + fn)

def convert(tanba, words, alphabet):
    run = subprocess.run([tanba, "convert", "--to", alphabet, "--from", "cyrl"],
                         input=("\n".join(words) + "\n").encode(), stdout=subprocess.PIPE)
    if run.returncode: sys.exit("convert ended with status %d" % run.returncode)
    return run.stdout.decode().split("\n")[:len(words)]

def carried(tanba, rows, alphabet):
    """The rows in another alphabet, word by word, so that spans can be carried over."""
    cut = [re.findall(r"\w+|\W", r["text"]) for r in rows]
    new = iter(convert(tanba, [p if p.strip() else " " for pieces in cut for p in pieces], alphabet))
    result = []
    for row, pieces in zip(rows, cut):
        where = length = 0
        at, ends, out = {}, {}, []
        for piece in pieces:
            word = next(new) if piece.strip() else (next(new), piece)[1]
            for k in range(len(piece)): at[where + k] = length
            for k in range(1, len(piece) + 1): ends[where + k] = length + len(word)
            where += len(piece); length += len(word); out.append(word)
        copy = dict(row, text="".join(out))
        for what in ("timex", "entities"):
            if what in row:
                copy[what] = [dict(e, start=at[e["start"]], end=ends[e["end"]]) for e in row[what]]
        result.append(copy)
    return result

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("tanba"); ap.add_argument("gold", nargs="+")
    ap.add_argument("--rate", type=float, default=0.05); ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--repeat", type=int, default=3); ap.add_argument("--what", choices=["timex", "entities"], default="timex")
    a = ap.parse_args()
    rows = [json.loads(line) for path in a.gold for line in open(path, encoding="utf-8")]
    # What is in another alphabet already can't be carried to one.
    rows = [r for r in rows if a.what in r and re.search("[а-яәғқңөұүһі]", r["text"]) and not re.search(r"[a-z]{4}", r["text"])]
    clean = score(rows, predictions(a.tanba, rows), a.what)
    print("%-22s %s" % ("", "F1      change"))
    print("%-22s %.4f" % ("clean, %d rows" % len(rows), clean))
    for name in list(KINDS) + ["all together"]:
        kinds = list(KINDS.values()) if name == "all together" else [KINDS[name]]
        many = []
        for turn in range(a.repeat):
            rng = random.Random("%d %s %d" % (a.seed, name, turn))
            for row in rows:
                text, moved = damaged(row, kinds, a.rate, rng)
                copy = dict(row, text=text)
                copy[a.what] = [dict(e, **dict(zip(("start", "end"), moved(e["start"], e["end"])))) for e in row[a.what]]
                many.append(copy)
        f1 = score(many, predictions(a.tanba, many), a.what)
        print("%-22s %.4f  %+.4f" % (name, f1, f1 - clean))
    for alphabet in ("latn-2021", "latn-2018", "latn-2017", "latn-turkic", "arab"):
        other = carried(a.tanba, rows, alphabet)
        f1 = score(other, predictions(a.tanba, other), a.what)
        print("%-22s %.4f  %+.4f" % (alphabet, f1, f1 - clean))

if __name__ == "__main__":
    main()
