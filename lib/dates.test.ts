import { describe, expect, test } from "vitest";
import {
  apartFrom,
  clock,
  day,
  dayClock,
  dayKey,
  duration,
  fromLocalInput,
  isZone,
  isoDuration,
  lastClock,
  longDay,
  offset,
  readerZone,
  relative,
  shortDate,
  stamp,
  toLocalInput,
  utcStamp,
} from "./dates";

const BERLIN = "Europe/Berlin";

describe("a clock in a zone", () => {
  test("is the reader's, not the machine's", () => {
    expect(clock("2026-11-24T13:02:31Z", BERLIN)).toBe("14:02");
    expect(clock("2026-11-24T13:02:31Z", "America/New_York", { seconds: true })).toBe("08:02:31");
    expect(clock("2026-11-24T00:00:00Z", "UTC")).toBe("00:00");
    expect(clock("2026-11-24T13:02:00Z", "Asia/Kathmandu")).toBe("18:47");
  });

  test("says how far it is from UTC", () => {
    expect(offset("2026-11-24T13:02:00Z", BERLIN)).toBe("UTC+1");
    expect(offset("2026-07-24T13:02:00Z", BERLIN)).toBe("UTC+2");
    expect(offset("2026-07-24T13:02:00Z", "America/St_Johns")).toBe("UTC−2:30");
    expect(offset("2026-07-24T13:02:00Z", "UTC")).toBe("UTC");
  });

  test("writes the whole stamp, and UTC beside it", () => {
    expect(stamp("2026-11-24T13:02:31Z", BERLIN)).toBe("Tuesday 24 November 2026, 14:02:31 (UTC+1)");
    expect(utcStamp("2026-11-24T13:02:31Z")).toBe("24 Nov 2026 13:02 UTC");
    expect(longDay("2026-11-24T23:30:00Z", BERLIN)).toBe("Wednesday 25 November 2026");
    expect(shortDate("2026-09-05T12:00:00Z", BERLIN)).toBe("5 Sep 2026");
  });
});

describe("a night in which the clock is set back", () => {
  // Berlin, 25 October 2026: 02:00–03:00 comes twice.
  const first = "2026-10-25T00:30:00Z";
  const second = "2026-10-25T01:30:00Z";

  test("shows one clock twice, told apart by the offset", () => {
    expect([clock(first, BERLIN), clock(second, BERLIN)]).toEqual(["02:30", "02:30"]);
    expect([offset(first, BERLIN), offset(second, BERLIN)]).toEqual(["UTC+2", "UTC+1"]);
    expect(apartFrom(second, first, "impact began")).toBe("1 h after impact began");
  });

  test("reads the hour that comes twice as the earlier, and the hour that is missing as the later", () => {
    expect(fromLocalInput("2026-10-25T02:30", BERLIN)?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(fromLocalInput("2026-03-29T02:30", BERLIN)?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(clock("2026-03-29T01:30:00Z", BERLIN)).toBe("03:30");
  });

  test("brings every other time of those days back as it was given", () => {
    for (const date of ["2026-10-24", "2026-10-25", "2026-10-26", "2026-03-28", "2026-03-29"]) {
      for (const time of ["00:00", "01:59", "03:00", "12:15", "23:59"]) {
        const text = `${date}T${time}`;
        expect(toLocalInput(fromLocalInput(text, BERLIN)!, BERLIN)).toBe(text);
      }
    }
  });

  test("keeps the day's length out of day names", () => {
    expect(day("2026-10-24T21:59:00Z", BERLIN, "2026-10-25T22:30:00Z")).toBe("yesterday");
    expect(dayKey("2026-10-25T22:59:00Z", BERLIN)).toBe("2026-10-25");
    expect(dayKey("2026-10-25T23:00:00Z", BERLIN)).toBe("2026-10-26");
  });
});

describe("words for time", () => {
  const now = "2026-11-24T14:00:00Z";

  test.each([
    [0, "0 s"],
    [45.9, "45 s"],
    [60, "1 min"],
    [49 * 60 + 59, "49 min"],
    [3600, "1 h"],
    [72 * 60, "1 h 12 min"],
    [23 * 3600 + 59 * 60, "23 h 59 min"],
    [76 * 3600, "3 d 4 h"],
    [20 * 86_400 + 3600, "20 d"],
    [-5, "0 s"],
  ])("%d seconds are %s", (seconds, said) => {
    expect(duration(seconds)).toBe(said);
  });

  test.each([
    ["2026-11-24T13:59:30Z", "just now"],
    ["2026-11-24T13:55:00Z", "5 min ago"],
    ["2026-11-24T14:06:00Z", "in 6 min"],
    ["2026-11-24T11:00:00Z", "3 h ago"],
    ["2026-11-23T13:00:00Z", "1 day ago"],
    ["2026-11-20T14:00:00Z", "4 days ago"],
    ["2026-10-27T14:00:00Z", "4 weeks ago"],
    ["2026-07-24T14:00:00Z", "4 months ago"],
    ["2023-11-24T14:00:00Z", "3 years ago"],
  ])("%s is %s", (at, said) => {
    expect(relative(at, now)).toBe(said);
  });

  test("days in a list", () => {
    expect(day("2026-11-24T00:10:00Z", "UTC", now)).toBe("today");
    expect(day("2026-11-25T00:10:00Z", "UTC", now)).toBe("tomorrow");
    expect(day("2026-08-04T10:00:00Z", "UTC", now)).toBe("4 Aug");
    expect(day("2025-08-04T10:00:00Z", "UTC", now)).toBe("4 Aug 2025");
    expect(dayClock("2026-11-24T13:02:00Z", "UTC", now)).toBe("today 13:02");
    expect(dayClock("2026-08-04T13:02:00Z", "UTC", now)).toBe("4 Aug, 13:02");
  });

  test("before, at and after what is counted from", () => {
    expect(apartFrom("2026-11-24T14:14:00Z", now, "impact began")).toBe("14 min after impact began");
    expect(apartFrom("2026-11-24T13:57:00Z", now, "impact began")).toBe("3 min before impact began");
    expect(apartFrom(now, now, "impact began")).toBe("as impact began");
    expect(isoDuration(61.4)).toBe("PT61S");
  });
});

describe("what a person types", () => {
  test("the last such clock that is not after now", () => {
    const now = "2026-11-24T00:10:00Z";
    expect(lastClock(1, 5, BERLIN, now)?.toISOString()).toBe("2026-11-24T00:05:00.000Z");
    expect(lastClock(14, 2, BERLIN, now)?.toISOString()).toBe("2026-11-23T13:02:00.000Z");
    expect(lastClock(25, 0, BERLIN, now)).toBeNull();
  });

  test("no time is null", () => {
    expect(fromLocalInput("", BERLIN)).toBeNull();
    expect(fromLocalInput("tomorrow", BERLIN)).toBeNull();
  });

  test("zones: the profile's, else the cookie's, else UTC", () => {
    expect(readerZone(null, BERLIN)).toBe(BERLIN);
    expect(readerZone("Asia/Tokyo", BERLIN)).toBe("Asia/Tokyo");
    expect(readerZone(null, "Nowhere/Land")).toBe("UTC");
    expect(isZone("x".repeat(80))).toBe(false);
  });
});
