"""Validates the catalogue's files against their checked-in JSON Schemas, and shows that the schemas refuse typical slips,
as the reader does. Run by catalogue_schema.sh, which names the executable."""

import datetime
import fnmatch
import glob
import json
import os
import subprocess
import sys
import tempfile
import tomllib

from jsonschema import Draft7Validator

SCHEMAS = "docs/schema/rung-catalog-{}.schema.json"
# Which schema a file keeps to; the first pattern that fits. The same as in tombi.toml.
KINDS = [
    ("*.scenarios.toml", "scenarios"),
    ("jurisdictions/*.toml", "authority"),
    ("credentials/*.toml", "authority"),
    ("acpe.toml", "acpe"),
    ("duties.toml", "duties"),
    ("tiles.toml", "tiles"),
    ("field/roles.toml", "roles"),
    ("field/settings.toml", "settings"),
    ("field/wages.toml", "wages"),
    ("field/actions.toml", "actions"),
    ("field/organizations.toml", "organizations"),
    ("field/feeds.toml", "feeds"),
    ("field/onet.toml", "onet"),
    ("field/interests.toml", "interests"),
    ("field/steps.toml", "steps"),
]


# A file that is in order, and one slip at a time: what stands there, and what is written instead.
SAMPLE = "tests/peers/sample_board.toml"
SLIPS = [
    ("minimum = 20", "minimun = 20"),
    ("minimum = 20", "minimum = 20\n    maximum = 5"),
    ("minimum = 20", ""),
    ("minimum = 20", "minimum = -20"),
    ('minimum = "1.5"', "minimum = 1.5"),
    ('minimum = "1.5"', 'minimum = "1,5"'),
    ('kinds = ["ce"]', 'kinds = ["webinar"]'),
    ('formats = ["home"]', 'format = ["home"]'),
    ('"1/2 of total"', '"half of total"'),
    ("first_period = true", "first_periode = true"),
    ('before-end = "1 year"', 'before-end = "one year"'),
    ('before-end = "1 year"', 'after-end = "1 year"'),
    ('what = "pharmacy law"', ""),
    ('kind = "registration"', 'kind = "diploma"'),
    ('title = "Technician"\n', ""),
    ("2020-09-01", "2020-09-01T00:00:00"),
    ("2020-09-01", '"September 2020"'),
    ("month = 12, ", "month = 13, "),
    ("month = 12, ", "month = 12, mont = 12, "),
    ('years = "even"', 'years = "leap"'),
    ('allowed = "conditions"', 'allowed = "maybe"'),
    ('terms = ["nationally certified"]', ""),
    ('cite = "rule 4"', ""),
    ('question = "May', 'note = "May'),
    ('date = "2027-01"', 'date = "next year"'),
    ('cite = "rule 5"', ""),
    ('cite = ["rule 2", "faq"]', ""),
    ('cite = ["rule 2", "faq"]', "cite = []"),
    ('cite = "rule 6"', 'cite = "rule 6"\n  within = "1 year"'),
    ('usd = "62.40"', "usd = 62.40"),
    ('usd = "62.40"', 'usd = "62.4 dollars"'),
    ('percent = "81.25"', 'percent = "81.255"'),
    ('percent = "81.25"', "percent = 810"),
    ('tier = "board"', 'tier = "blog"'),
    ("checked = 2026-11-23\n", ""),
    ('confidence = "high"', 'confidence = "certain"'),
    ('month_ends = "last-day"', 'month_ends = "whenever"'),
    ('{ ask = "Since when?", cite', '{ question = "Since when?", cite'),
]


def main():
    validators = {kind: validator(kind) for _, kind in KINDS}
    faults = catalogue_faults(validators) + slips_that_pass(validators["authority"])
    for fault in faults[:100]:
        print(fault)
    sys.exit(bool(faults))


def validator(kind):
    with open(SCHEMAS.format(kind)) as file:
        schema = json.load(file)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def catalogue_faults(validators):
    faults = []
    files = sorted(glob.glob("catalog/**/*.toml", recursive=True))
    assert files, "the catalogue has files"
    for path in files:
        with open(path, "rb") as file:
            data = with_dates_as_text(tomllib.load(file))
        kind = kind_of(os.path.relpath(path, "catalog"))
        faults += [f"{path}: {error.json_path}: {error.message[:300]}" for error in validators[kind].iter_errors(data)]
    print(f"{len(files)} catalogue files, {len(faults)} faults against the schemas")
    return faults


def slips_that_pass(schema):
    """What the schema or the reader lets pass, or refuses although it is in order."""
    with open(SAMPLE) as file:
        sample = file.read()
    faults = []
    for right, wrong in [("", "")] + SLIPS:
        assert right in sample, f"{SAMPLE} lacks {right!r}"
        text = sample.replace(right, wrong, 1)
        slip = f"{right!r} → {wrong!r}" if right else "the sample itself"
        is_good = not right
        if schema.is_valid(with_dates_as_text(tomllib.loads(text))) != is_good:
            faults.append(f"the schema {'refuses' if is_good else 'accepts'} {slip}")
        if reader_accepts(text) != is_good:
            faults.append(f"the reader {'refuses' if is_good else 'accepts'} {slip}")
    print(f"{len(SLIPS)} slips, {len(faults)} of them let pass")
    return faults


def reader_accepts(text):
    with tempfile.TemporaryDirectory() as directory:
        os.mkdir(f"{directory}/jurisdictions")
        with open(f"{directory}/jurisdictions/zz.toml", "w") as file:
            file.write(text)
        list_all = [os.environ["RUNG"], "catalog", "list", "--json", "--catalog", directory]
        return subprocess.run(list_all, capture_output=True).returncode == 0


def kind_of(path):
    for pattern, kind in KINDS:
        if fnmatch.fnmatch(path, pattern):
            return kind
    raise SystemExit(f"{path}: no schema is meant for this file; say in KINDS which one is")


def with_dates_as_text(value):
    """JSON has no dates; editors hand them to the schema as text."""
    if isinstance(value, dict):
        return {key: with_dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_dates_as_text(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


if __name__ == "__main__":
    main()
