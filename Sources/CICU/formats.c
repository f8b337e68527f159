#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>

#include "internal.h"

struct tanba_icu_formatter {
  tanba_icu_format_kind kind;
  union {
    UDateFormat *date;
    UDateIntervalFormat *interval;
    UNumberFormat *number;
    URelativeDateTimeFormatter *relative;
  } format;
};

enum { pattern_room = 128, first_room = 128 };

static const UChar utc[] = {'U', 'T', 'C', 0};

/// Copies ASCII; -1 where it is too long.
static int32_t pattern_units(const char *pattern, UChar *units) {
  size_t length = strlen(pattern);
  if (length >= pattern_room) return -1;
  u_charsToUChars(pattern, units, (int32_t)length);
  units[length] = 0;
  return (int32_t)length;
}

static UDateFormat *open_style(const char *style, const char *locale, UErrorCode *code) {
  UDateFormatStyle value = UDAT_FULL;
  if (strcmp(style, "long") == 0) value = UDAT_LONG;
  if (strcmp(style, "medium") == 0) value = UDAT_MEDIUM;
  if (strcmp(style, "short") == 0) value = UDAT_SHORT;
  return udat_open(UDAT_NONE, value, locale, utc, -1, NULL, 0, code);
}

static UDateFormat *open_skeleton(
    const UChar *skeleton, int32_t length, const char *locale, UErrorCode *code) {
  UDateTimePatternGenerator *generator = udatpg_open(locale, code);
  if (U_FAILURE(*code)) return NULL;
  UChar pattern[pattern_room];
  int32_t count =
      udatpg_getBestPattern(generator, skeleton, length, pattern, pattern_room, code);
  udatpg_close(generator);
  if (U_FAILURE(*code)) return NULL;
  return udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, count, code);
}

tanba_icu_formatter *tanba_icu_formatter_open(
    tanba_icu_format_kind kind, const char *pattern, const char *locale, tanba_icu_error *error) {
  UErrorCode code = U_ZERO_ERROR;
  UChar units[pattern_room];
  int32_t length = pattern_units(pattern, units);
  tanba_icu_formatter *formatter = length < 0 ? NULL : calloc(1, sizeof *formatter);
  if (formatter == NULL) {
    tanba_fail(error, length < 0 ? U_ILLEGAL_ARGUMENT_ERROR : U_MEMORY_ALLOCATION_ERROR, NULL);
    return NULL;
  }
  formatter->kind = kind;
  switch (kind) {
    case tanba_icu_date_style:
      formatter->format.date = open_style(pattern, locale, &code);
      break;
    case tanba_icu_date_skeleton:
      formatter->format.date = open_skeleton(units, length, locale, &code);
      break;
    case tanba_icu_date_interval:
      formatter->format.interval = udtitvfmt_open(locale, units, length, utc, -1, &code);
      break;
    case tanba_icu_speller:
      formatter->format.number = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &code);
      if (U_SUCCESS(code)) {
        unum_setTextAttribute(
            formatter->format.number, UNUM_DEFAULT_RULESET, units, length, &code);
      }
      break;
    case tanba_icu_relative:
      formatter->format.relative = ureldatefmt_open(
          locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &code);
      break;
  }
  if (U_SUCCESS(code)) return formatter;
  tanba_fail(error, code, NULL);
  tanba_icu_formatter_close(formatter);
  return NULL;
}

void tanba_icu_formatter_close(tanba_icu_formatter *formatter) {
  if (formatter == NULL) return;
  if (formatter->format.date != NULL) {
    switch (formatter->kind) {
      case tanba_icu_date_style:
      case tanba_icu_date_skeleton: udat_close(formatter->format.date); break;
      case tanba_icu_date_interval: udtitvfmt_close(formatter->format.interval); break;
      case tanba_icu_speller: unum_close(formatter->format.number); break;
      case tanba_icu_relative: ureldatefmt_close(formatter->format.relative); break;
    }
  }
  free(formatter);
}

static int32_t format_into(
    const tanba_icu_formatter *formatter, double first, double second, int32_t option,
    UChar *units, int32_t room, UErrorCode *code) {
  switch (formatter->kind) {
    case tanba_icu_date_style:
    case tanba_icu_date_skeleton:
      return udat_format(formatter->format.date, first, units, room, NULL, code);
    case tanba_icu_date_interval:
      return udtitvfmt_format(
          formatter->format.interval, first, second, units, room, NULL, code);
    case tanba_icu_speller:
      return unum_formatDouble(formatter->format.number, first, units, room, NULL, code);
    case tanba_icu_relative:
      return option == 0
          ? ureldatefmt_format(
                formatter->format.relative, first, (URelativeDateTimeUnit)second, units, room,
                code)
          : ureldatefmt_formatNumeric(
                formatter->format.relative, first, (URelativeDateTimeUnit)second, units, room,
                code);
  }
  return 0;
}

int32_t tanba_icu_format(
    const tanba_icu_formatter *formatter, double first, double second, int32_t option,
    tanba_icu_bytes *result, tanba_icu_error *error) {
  tanba_units units = {0};
  int32_t room = first_room;
  UErrorCode code;
  do {
    code = U_ZERO_ERROR;
    if (!tanba_units_reserve(&units, room)) {
      code = U_MEMORY_ALLOCATION_ERROR;
      break;
    }
    units.count = format_into(
        formatter, first, second, option, units.data, units.capacity, &code);
    room = units.count + 1;
  } while (code == U_BUFFER_OVERFLOW_ERROR);
  int32_t status = U_FAILURE(code) ? tanba_fail(error, code, NULL)
                                   : tanba_to_utf8(units.data, units.count, result, error);
  free(units.data);
  return status;
}
