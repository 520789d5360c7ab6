"""Ends of displays, computed once more: reads tables and deciding dates as JSON, answers the last day of each. Shares no code with the platform."""
import calendar
import datetime
import json
import sys


def later(day, months):
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_of(table, name, day):
    rows = [row for row in table["periods"] if row["displayClass"] == name and row["decidedFrom"] <= day.isoformat()]
    return max(rows, key=lambda row: row["decidedFrom"])["maximumMonths"]


def shown(tables, name, day, on):
    """Whether a decision is displayed on a day: by the table of that day, and never again once it was not."""
    begun = [table for table in tables if table["effectiveFrom"] <= on.isoformat()]
    return later(day, months_of((begun or tables)[-1 if begun else 0], name, day)) >= on


def last_day(tables, name, day, today):
    """Day by day from today on where the tables differ, as somebody would look. None: it is displayed on no day."""
    starts = [datetime.date.fromisoformat(table["effectiveFrom"]) for table in tables]
    last = None
    on = today
    while on <= max(starts + [today]) + datetime.timedelta(days=1):
        if not shown(tables, name, day, on):
            return last
        last = on
        on += datetime.timedelta(days=1)
    return later(day, months_of(tables[-1], name, day))


asked = json.load(sys.stdin)
answers = []
for case in asked["cases"]:
    tables = case["tables"]
    today = datetime.date.fromisoformat(case["today"])
    found = []
    day = datetime.date.fromisoformat(case["from"])
    until = datetime.date.fromisoformat(case["until"])
    while day <= until:
        for name in ("MINOR", "GENERAL", "SERIOUS"):
            end = last_day(tables, name, day, today)
            found.append(None if end is None else end.isoformat())
        day += datetime.timedelta(days=1)
    answers.append(found)
json.dump(answers, sys.stdout)
