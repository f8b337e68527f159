#ifndef TANBA_ICU_INTERNAL_H
#define TANBA_ICU_INTERNAL_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/parseerr.h>
#include <unicode/utypes.h>

#include "tanba_icu.h"

/// UTF-16 text that grows.
typedef struct {
  UChar *data;
  int32_t count;
  int32_t capacity;
} tanba_units;

/// Makes room for at least `capacity` bytes or units; what stood there is kept.
bool tanba_bytes_reserve(tanba_icu_bytes *bytes, int64_t capacity);
bool tanba_units_reserve(tanba_units *units, int64_t capacity);

/// Fills an error; `parse` may be NULL. Returns -1, for use in a return statement.
int32_t tanba_fail(tanba_icu_error *error, UErrorCode code, const UParseError *parse);

/// Converts between the two encodings. Returns 0, or -1 with `error` filled.
int32_t tanba_to_utf16(
    const uint8_t *text, int64_t count, tanba_units *units, tanba_icu_error *error);
int32_t tanba_to_utf8(
    const UChar *units, int32_t count, tanba_icu_bytes *bytes, tanba_icu_error *error);

#endif
