#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>

#include "internal.h"

int32_t tanba_icu_lowercase(
    const uint8_t *text, int64_t count, const char *locale, tanba_icu_bytes *result,
    tanba_icu_error *error) {
  if (count > INT32_MAX / 4) return tanba_fail(error, U_INDEX_OUTOFBOUNDS_ERROR, NULL);
  UErrorCode code = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open(locale, 0, &code);
  if (U_FAILURE(code)) return tanba_fail(error, code, NULL);
  int64_t room = count + 16;
  for (;;) {
    if (!tanba_bytes_reserve(result, room)) {
      code = U_MEMORY_ALLOCATION_ERROR;
      break;
    }
    code = U_ZERO_ERROR;
    int32_t needed = ucasemap_utf8ToLower(
        map, (char *)result->data, (int32_t)result->capacity,
        text == NULL ? "" : (const char *)text, (int32_t)count, &code);
    result->count = needed;
    if (code != U_BUFFER_OVERFLOW_ERROR) break;
    room = (int64_t)needed + 1;
  }
  ucasemap_close(map);
  return U_FAILURE(code) ? tanba_fail(error, code, NULL) : 0;
}

int32_t tanba_icu_nfc(
    const uint8_t *text, int64_t count, tanba_icu_bytes *result, tanba_icu_error *error) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
  if (U_FAILURE(code)) return tanba_fail(error, code, NULL);
  tanba_units source = {0};
  tanba_units target = {0};
  int32_t status = tanba_to_utf16(text, count, &source, error);
  if (status == 0) {
    int32_t done = unorm2_spanQuickCheckYes(nfc, source.data, source.count, &code);
    if (U_SUCCESS(code) && done == source.count) {
      status = tanba_to_utf8(source.data, source.count, result, error);
    } else {
      // The composed form is never more than three times as long (UAX #15, expansion factors).
      if (!tanba_units_reserve(&target, (int64_t)source.count * 3 + 16)) {
        code = U_MEMORY_ALLOCATION_ERROR;
      }
      target.count = unorm2_normalize(
          nfc, source.data, source.count, target.data, target.capacity, &code);
      status = U_FAILURE(code) ? tanba_fail(error, code, NULL)
                               : tanba_to_utf8(target.data, target.count, result, error);
    }
  }
  free(source.data);
  free(target.data);
  return status;
}
