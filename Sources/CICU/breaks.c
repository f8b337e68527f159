#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "internal.h"

struct tanba_icu_breaker {
  UBreakIterator *iterator;
  UText text;
};

int32_t tanba_icu_break_compile(
    const uint8_t *rules, int64_t count, tanba_icu_bytes *binary, tanba_icu_error *error) {
  tanba_units units = {0};
  if (tanba_to_utf16(rules, count, &units, error) != 0) {
    free(units.data);
    return -1;
  }
  UErrorCode code = U_ZERO_ERROR;
  UParseError parse = {.line = 0, .offset = -1};
  UBreakIterator *iterator = ubrk_openRules(units.data, units.count, NULL, 0, &parse, &code);
  free(units.data);
  if (U_FAILURE(code)) return tanba_fail(error, code, &parse);
  int32_t result = 0;
  int32_t size = ubrk_getBinaryRules(iterator, NULL, 0, &code);
  if (U_SUCCESS(code) && !tanba_bytes_reserve(binary, size)) code = U_MEMORY_ALLOCATION_ERROR;
  if (U_SUCCESS(code)) binary->count = ubrk_getBinaryRules(iterator, binary->data, size, &code);
  if (U_FAILURE(code)) result = tanba_fail(error, code, NULL);
  ubrk_close(iterator);
  return result;
}

tanba_icu_breaker *tanba_icu_break_open(const tanba_icu_bytes *binary, tanba_icu_error *error) {
  tanba_icu_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) {
    tanba_fail(error, U_MEMORY_ALLOCATION_ERROR, NULL);
    return NULL;
  }
  const UText blank = UTEXT_INITIALIZER;
  breaker->text = blank;
  UErrorCode code = U_ZERO_ERROR;
  breaker->iterator =
      ubrk_openBinaryRules(binary->data, (int32_t)binary->count, NULL, 0, &code);
  if (U_FAILURE(code)) {
    tanba_fail(error, code, NULL);
    free(breaker);
    return NULL;
  }
  return breaker;
}

void tanba_icu_break_close(tanba_icu_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  free(breaker);
}

int32_t tanba_icu_break_set_text(
    tanba_icu_breaker *breaker, const uint8_t *text, int64_t count, tanba_icu_error *error) {
  // The iterator counts in int32_t whatever the text's provider does.
  if (count >= INT32_MAX) return tanba_fail(error, U_INDEX_OUTOFBOUNDS_ERROR, NULL);
  UErrorCode code = U_ZERO_ERROR;
  utext_openUTF8(&breaker->text, text == NULL ? "" : (const char *)text, count, &code);
  ubrk_setUText(breaker->iterator, &breaker->text, &code);
  return U_FAILURE(code) ? tanba_fail(error, code, NULL) : 0;
}

int64_t tanba_icu_break_read(
    tanba_icu_breaker *breaker, tanba_icu_boundary *boundaries, int64_t capacity) {
  UBreakIterator *iterator = breaker->iterator;
  int64_t count = 0;
  while (count < capacity) {
    int32_t offset = ubrk_next(iterator);
    if (offset == UBRK_DONE) {
      // The text may die now; the iterator must not keep its address.
      tanba_icu_error ignored;
      tanba_icu_break_set_text(breaker, NULL, 0, &ignored);
      break;
    }
    boundaries[count].offset = (uint32_t)offset;
    boundaries[count].status = ubrk_getRuleStatus(iterator);
    count += 1;
  }
  return count;
}
