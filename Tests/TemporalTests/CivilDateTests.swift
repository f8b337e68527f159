import Temporal
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("day numbers of two centuries follow one another, and lead back")
  func consecutiveDays() {
    var number = civil("1899-12-31").daysSinceEpoch
    var weekday = 7
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, year: year)! {
          number += 1
          weekday = weekday % 7 + 1
          let date = CivilDate(year: year, month: month, day: day)
          if date?.daysSinceEpoch != number || CivilDate(daysSinceEpoch: number) != date
            || date?.weekday != weekday
          {
            Issue.record("\(year)-\(month)-\(day)")
            return
          }
        }
      }
    }
    #expect(number == civil("2100-12-31").daysSinceEpoch)
  }

  @Test("day numbers of all eras lead back to their days")
  func allEras() {
    let first = CivilDate(year: -9998, month: 1, day: 1)!.daysSinceEpoch
    let last = CivilDate(year: 9999, month: 12, day: 31)!.daysSinceEpoch
    #expect(CivilDate(daysSinceEpoch: first - 1) == nil)
    #expect(CivilDate(daysSinceEpoch: last + 1) == nil)
    for number in stride(from: first, through: last, by: 211) {
      let date = CivilDate(daysSinceEpoch: number)
      let week = date.map(\.isoWeek)
      if date?.daysSinceEpoch != number
        || CivilDate(weekYear: week!.year, week: week!.week, weekday: date!.weekday) ?? date != date
      {
        Issue.record("\(number)")
        return
      }
    }
  }

  @Test(
    "known days have their number and weekday",
    arguments: [
      ("1970-01-01", 0, 4), ("2000-03-01", 11017, 3), ("2021-05-12", 18759, 3),
      ("1969-12-31", -1, 3), ("1600-02-29", -135_081, 2), ("0001-01-01", -719_162, 1),
    ])
  func knownDays(text: String, number: Int, weekday: Int) {
    #expect(civil(text).daysSinceEpoch == number)
    #expect(civil(text).weekday == weekday)
    #expect(civil(text).description == text)
  }

  @Test(
    "a week belongs to the year of its Thursday",
    arguments: [
      ("2005-01-01", 2004, 53), ("2005-01-02", 2004, 53), ("2005-12-31", 2005, 52),
      ("2006-01-01", 2005, 52), ("2007-01-01", 2007, 1), ("2007-12-31", 2008, 1),
      ("2008-12-29", 2009, 1), ("2009-12-31", 2009, 53), ("2010-01-03", 2009, 53),
      ("2021-05-12", 2021, 19), ("2018-09-30", 2018, 39), ("2020-12-31", 2020, 53),
      ("9999-12-31", 9999, 52),
    ])
  func isoWeeks(text: String, year: Int, week: Int) {
    let date = civil(text)
    #expect(date.isoWeek == (year, week))
    #expect(CivilDate(weekYear: year, week: week, weekday: date.weekday) == date)
  }

  @Test(
    "years have 52 weeks or 53",
    arguments: [(2004, 53), (2009, 53), (2015, 53), (2020, 53), (2021, 52), (2024, 52), (2026, 53)])
  func weeksOfYear(year: Int, weeks: Int) {
    #expect(CivilDate.weeks(inYear: year) == weeks)
    #expect(CivilDate(weekYear: year, week: weeks, weekday: 1) != nil)
    #expect(CivilDate(weekYear: year, week: weeks + 1, weekday: 1) == nil)
  }

  @Test(
    "days that no calendar has are refused",
    arguments: [
      (2020, 2, 30), (2021, 2, 29), (1900, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1),
      (2021, 1, 0), (2021, 1, 32), (10000, 1, 1), (-9999, 1, 1), (Int.max, Int.max, Int.max),
      (Int.min, Int.min, Int.min),
    ])
  func impossibleDays(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "months and years are added with the day clamped",
    arguments: [
      ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"),
      ("2021-03-31", -1, "2021-02-28"), ("2021-05-12", -6, "2020-11-12"),
      ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"),
      ("2021-12-31", 2, "2022-02-28"), ("2021-01-15", -13, "2019-12-15"),
    ])
  func addedMonths(text: String, months: Int, sum: String) {
    #expect(civil(text).adding(months: months) == civil(sum))
    if months % 12 == 0 {
      #expect(civil(text).adding(years: months / 12) == civil(sum))
    }
  }

  @Test("sums that leave the calendar are refused", arguments: [Int.max, Int.min, 100_000_000])
  func overflow(count: Int) {
    #expect(reference.adding(days: count) == nil)
    #expect(reference.adding(months: count) == nil)
    #expect(reference.adding(years: count) == nil)
    #expect(CivilDate(daysSinceEpoch: count) == nil)
    #expect(CivilDate.weeks(inYear: count) == 0)
  }

  @Test("the years before the common era are counted without a gap")
  func beforeCommonEra() {
    let last = CivilDate(year: 0, month: 12, day: 31)
    #expect(last?.adding(days: 1) == civil("0001-01-01"))
    #expect(last?.description == "BC0001-12-31")
    #expect(CivilDate(year: 0, month: 2, day: 29) != nil)
    #expect(CivilDate(year: -3, month: 2, day: 29) == nil)
  }

  @Test(
    "text that is no ISO date is refused",
    arguments: [
      "", "2021-5-12", "2021-05-12T", "21-05-12", "2021/05/12", "2021-02-30", "٢٠٢١-05-12",
      "2021-05-1x", "+021-05-12", "2021-05-",
    ])
  func badText(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("days are ordered as the calendar has them")
  func order() {
    #expect(civil("2020-12-31") < civil("2021-01-01"))
    #expect(civil("2021-02-28") < civil("2021-03-01"))
    #expect(!(civil("2021-03-01") < civil("2021-03-01")))
  }
}
