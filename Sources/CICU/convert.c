#include <unicode/ustring.h>

#include "internal.h"

// ICU counts in int32_t; the margin keeps every doubling below from overflowing it.
static const int64_t limit = INT32_MAX - 64;

bool tanba_bytes_reserve(tanba_icu_bytes *bytes, int64_t capacity) {
  if (capacity <= bytes->capacity) return true;
  uint8_t *data = realloc(bytes->data, (size_t)capacity);
  if (data == NULL) return false;
  bytes->data = data;
  bytes->capacity = capacity;
  return true;
}

void tanba_icu_bytes_free(tanba_icu_bytes *bytes) {
  free(bytes->data);
  memset(bytes, 0, sizeof *bytes);
}

bool tanba_units_reserve(tanba_units *units, int64_t capacity) {
  if (capacity <= units->capacity) return true;
  if (capacity > limit) return false;
  UChar *data = realloc(units->data, (size_t)capacity * sizeof(UChar));
  if (data == NULL) return false;
  units->data = data;
  units->capacity = (int32_t)capacity;
  return true;
}

static void copy_context(char *target, const UChar *context) {
  UErrorCode code = U_ZERO_ERROR;
  u_strToUTF8WithSub(target, 63, NULL, context, -1, 0xFFFD, NULL, &code);
  target[U_FAILURE(code) ? 0 : 63] = 0;
}

int32_t tanba_fail(tanba_icu_error *error, UErrorCode code, const UParseError *parse) {
  memset(error, 0, sizeof *error);
  error->code = code;
  error->name = u_errorName(code);
  error->offset = -1;
  if (parse == NULL) return -1;
  error->line = parse->line;
  error->offset = parse->offset;
  copy_context(error->before, parse->preContext);
  copy_context(error->after, parse->postContext);
  return -1;
}

int32_t tanba_to_utf16(
    const uint8_t *text, int64_t count, tanba_units *units, tanba_icu_error *error) {
  units->count = 0;
  if (count > limit) return tanba_fail(error, U_INDEX_OUTOFBOUNDS_ERROR, NULL);
  // UTF-16 never takes more units than UTF-8 takes bytes.
  if (!tanba_units_reserve(units, count + 1)) {
    return tanba_fail(error, U_MEMORY_ALLOCATION_ERROR, NULL);
  }
  UErrorCode code = U_ZERO_ERROR;
  u_strFromUTF8WithSub(
      units->data, units->capacity, &units->count, text == NULL ? "" : (const char *)text,
      (int32_t)count, 0xFFFD, NULL, &code);
  return U_FAILURE(code) ? tanba_fail(error, code, NULL) : 0;
}

int32_t tanba_to_utf8(
    const UChar *units, int32_t count, tanba_icu_bytes *bytes, tanba_icu_error *error) {
  bytes->count = 0;
  int64_t room = (int64_t)count * 3 + 1;
  if (room > limit) room = limit;
  if (!tanba_bytes_reserve(bytes, room)) {
    return tanba_fail(error, U_MEMORY_ALLOCATION_ERROR, NULL);
  }
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8WithSub(
      (char *)bytes->data, (int32_t)room, &written, units, count, 0xFFFD, NULL, &code);
  if (U_FAILURE(code)) return tanba_fail(error, code, NULL);
  bytes->count = written;
  return 0;
}
