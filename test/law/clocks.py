"""Statutory periods once more, in another language and in another way: a sorted list of working days instead of a walk from day to day. It reads the
arrangements of the State Council itself. Standard input: {"folder", "years", "cases"}; standard output: one answer a case."""
import bisect
import calendar
import datetime
import json
import pathlib
import sys
import zoneinfo

DAY = datetime.timedelta(days=1)
date = datetime.date.fromisoformat


def working_days(arrangements):
    """All days from 2018 to 2031 on which is worked, and the years of which nothing is known."""
    named = {}
    for year in sorted(arrangements):
        for day in arrangements[year]:
            named[date(day["date"])] = not day["isOffDay"]
    first, last = datetime.date(2018, 1, 1), datetime.date(2031, 12, 31)
    every = [first + DAY * number for number in range((last - first).days + 1)]
    return [day for day in every if named.get(day, day.weekday() < 5)], named


def unknown(day, arrangements, named):
    return day.year not in arrangements and day not in named


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due(case, worked, arrangements, named):
    start, today, met = date(case["start"]), date(case["today"]), case["met"]
    end_of_open = min([today] + ([date(met)] if met else [])) + DAY
    pauses = [(date(begin), date(end) if end else end_of_open) for begin, end in case["pauses"]]
    paused = {begin + DAY * number for begin, end in pauses for number in range(max(0, (end - begin).days))}
    if case["unit"] == "WORKING_DAYS":
        from_here = bisect.bisect_right(worked, start)
        counted = [day for day in worked[from_here:from_here + case["value"] + 4 * len(paused) + 40] if day not in paused]
        last = counted[case["value"] - 1]
        between = [start + DAY * number for number in range(1, (last - start).days + 1)]
        open_ended = any(unknown(day, arrangements, named) for day in between if day not in paused)
        return [last.isoformat(), open_ended]
    end = months_later(start, case["value"]) if case["unit"] == "MONTHS" else start + DAY * case["value"]
    return [(end + DAY * len(paused)).isoformat(), False]


def lived(case):
    """What is done to a clock, one after the other: which of it the law allows, and what stands at the end."""
    start, met, pauses, kind = case["start"], None, [], 0
    allowed = []
    for what, day in case["acts"]:
        lasting = bool(pauses) and pauses[-1][1] is None
        if what == "pause":
            good = met is None and not lasting and day >= (pauses[-1][1] if pauses else start)
            if good:
                pauses.append([day, None])
        elif what == "resume":
            good = lasting and day >= pauses[-1][0]
            if good:
                pauses[-1][1] = day
        elif what == "lengthen":
            good = met is None and kind == 0
            if good:
                kind = 1
        else:
            good = met is None and day >= start
            if good:
                met = day
        allowed.append(good)
    return allowed, {**case, "met": met, "pauses": pauses, "value": case["values"][kind]}


def main():
    asked = json.load(sys.stdin)
    arrangements = {
        year["year"]: year["days"]
        for year in map(lambda file: json.loads(file.read_text("utf8")), pathlib.Path(asked["folder"]).glob("*.json"))
    }
    arrangements.update({year["year"]: year["days"] for year in asked["years"]})
    worked, named = working_days(arrangements)
    shanghai = zoneinfo.ZoneInfo("Asia/Shanghai")
    answers = []
    for case in asked["cases"]:
        if "instant" in case:
            answers.append(datetime.datetime.fromisoformat(case["instant"]).astimezone(shanghai).date().isoformat())
        elif "acts" in case:
            allowed, ended = lived(case)
            answers.append([allowed, due(ended, worked, arrangements, named)])
        else:
            answers.append(due({"pauses": [], "met": None, **case}, worked, arrangements, named))
    json.dump(answers, sys.stdout)


main()
