#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/uversion.h>

#include "internal.h"

static int32_t give(const UChar *units, int32_t count, tanba_icu_bytes *result) {
  tanba_icu_error ignored;
  return tanba_to_utf8(units, count, result, &ignored);
}

void tanba_icu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

void tanba_icu_unicode_version(char *text) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  u_versionToString(version, text);
}

int32_t tanba_icu_region_name(const char *code, const char *locale, tanba_icu_bytes *result) {
  char region[32];
  if (snprintf(region, sizeof region, "und_%s", code) >= (int)sizeof region) return -1;
  UChar name[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = uloc_getDisplayCountry(region, locale, name, 256, &status);
  // Where a locale has no name ICU gives the code itself, with a warning.
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || count == 0) return -1;
  return give(name, count, result);
}

int32_t tanba_icu_region_codes(tanba_icu_bytes *result) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = uregion_getAvailable(URGN_TERRITORY, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = 0;
  const char *code;
  while ((code = uenum_next(codes, &length, &status)) != NULL && U_SUCCESS(status)) {
    if (!tanba_bytes_reserve(result, result->count + length + 1 + 1024)) break;
    memcpy(result->data + result->count, code, (size_t)length);
    result->count += length;
    result->data[result->count++] = 0;
  }
  uenum_close(codes);
  return U_FAILURE(status) ? -1 : 0;
}

static UDateFormat *open_format(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format =
      udat_open(UDAT_NONE, UDAT_SHORT, locale, NULL, 0, NULL, 0, &status);
  return U_FAILURE(status) ? NULL : format;
}

// ICU numbers weekdays from 1; the place 0 is empty.
static int32_t first_index(int32_t kind) { return kind == 0 ? 0 : 1; }

int32_t tanba_icu_date_symbol_count(int32_t kind, const char *locale) {
  UDateFormat *format = open_format(locale);
  if (format == NULL) return -1;
  int32_t count = udat_countSymbols(format, kind == 0 ? UDAT_MONTHS : UDAT_WEEKDAYS);
  udat_close(format);
  return count - first_index(kind);
}

int32_t tanba_icu_date_symbol(
    int32_t kind, int32_t abbreviated, int32_t standalone, int32_t index, const char *locale,
    tanba_icu_bytes *result) {
  static const UDateFormatSymbolType types[2][2][2] = {
      {{UDAT_MONTHS, UDAT_STANDALONE_MONTHS},
       {UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS}},
      {{UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS},
       {UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS}},
  };
  UDateFormat *format = open_format(locale);
  if (format == NULL) return -1;
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = udat_getSymbols(
      format, types[kind != 0][abbreviated != 0][standalone != 0], index + first_index(kind),
      name, 128, &status);
  udat_close(format);
  return U_FAILURE(status) ? -1 : give(name, count, result);
}
