#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "internal.h"

static const UChar utc[] = {'U', 'T', 'C', 0};
static const double day_length = 86400000;

int32_t tanba_icu_calendar_day(
    const char *calendar, int32_t year, int32_t month, int32_t day, int32_t *days,
    tanba_icu_error *error) {
  UErrorCode code = U_ZERO_ERROR;
  UCalendar *opened = ucal_open(utc, -1, calendar, UCAL_DEFAULT, &code);
  if (U_FAILURE(code)) return tanba_fail(error, code, NULL);
  ucal_clear(opened);
  // A day that the month has not is an error, not one of the next month.
  ucal_setAttribute(opened, UCAL_LENIENT, 0);
  ucal_set(opened, UCAL_EXTENDED_YEAR, year);
  ucal_set(opened, UCAL_MONTH, month - 1);
  ucal_set(opened, UCAL_DATE, day);
  double millis = ucal_getMillis(opened, &code);
  ucal_close(opened);
  if (U_FAILURE(code)) return tanba_fail(error, code, NULL);
  double whole = millis / day_length;
  *days = (int32_t)whole - (whole < (double)(int32_t)whole ? 1 : 0);
  return 0;
}
