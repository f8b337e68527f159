#include <unicode/uset.h>
#include <unicode/utrans.h>

#include "internal.h"

struct tanba_icu_transliterator {
  UTransliterator *handle;
  tanba_units source;
  tanba_units work;
  tanba_icu_bytes result;
};

tanba_icu_transliterator *tanba_icu_translit_open(
    const uint8_t *rules, int64_t count, tanba_icu_error *error) {
  tanba_icu_transliterator *made = calloc(1, sizeof *made);
  if (made == NULL) {
    tanba_fail(error, U_MEMORY_ALLOCATION_ERROR, NULL);
    return NULL;
  }
  if (tanba_to_utf16(rules, count, &made->source, error) != 0) {
    tanba_icu_translit_close(made);
    return NULL;
  }
  static const UChar name[] = {'t', 'a', 'n', 'b', 'a', 0};
  UErrorCode code = U_ZERO_ERROR;
  UParseError parse = {.line = 0, .offset = -1};
  made->handle = utrans_openU(
      name, -1, UTRANS_FORWARD, made->source.data, made->source.count, &parse, &code);
  if (U_FAILURE(code)) {
    tanba_fail(error, code, &parse);
    tanba_icu_translit_close(made);
    return NULL;
  }
  return made;
}

void tanba_icu_translit_close(tanba_icu_transliterator *transliterator) {
  if (transliterator == NULL) return;
  if (transliterator->handle != NULL) utrans_close(transliterator->handle);
  free(transliterator->source.data);
  free(transliterator->work.data);
  free(transliterator->result.data);
  free(transliterator);
}

int64_t tanba_icu_translit(
    tanba_icu_transliterator *transliterator, const uint8_t *text, int64_t count,
    const uint8_t **result, tanba_icu_error *error) {
  tanba_units *source = &transliterator->source;
  tanba_units *work = &transliterator->work;
  if (tanba_to_utf16(text, count, source, error) != 0) return -1;
  int64_t capacity = (int64_t)source->count * 2 + 32;
  for (;;) {
    if (!tanba_units_reserve(work, capacity)) {
      return tanba_fail(error, U_MEMORY_ALLOCATION_ERROR, NULL);
    }
    memcpy(work->data, source->data, (size_t)source->count * sizeof(UChar));
    UErrorCode code = U_ZERO_ERROR;
    work->count = source->count;
    int32_t end = source->count;
    utrans_transUChars(
        transliterator->handle, work->data, &work->count, work->capacity, 0, &end, &code);
    // On overflow the buffer holds half a result: begin again from the source.
    if (code == U_BUFFER_OVERFLOW_ERROR || work->count > work->capacity) {
      capacity = (int64_t)(work->count > work->capacity ? work->count : work->capacity) * 2;
      continue;
    }
    if (U_FAILURE(code)) return tanba_fail(error, code, NULL);
    break;
  }
  if (tanba_to_utf8(work->data, work->count, &transliterator->result, error) != 0) return -1;
  *result = transliterator->result.data;
  return transliterator->result.count;
}

int32_t tanba_icu_translit_sources(
    const tanba_icu_transliterator *transliterator, uint8_t *table, int32_t count,
    tanba_icu_error *error) {
  USet *sources = uset_openEmpty();
  UErrorCode code = U_ZERO_ERROR;
  utrans_getSourceSet(transliterator->handle, 0, sources, &code);
  for (int32_t scalar = 0; U_SUCCESS(code) && scalar < count; scalar += 1) {
    table[scalar] = uset_contains(sources, scalar) ? 1 : 0;
  }
  uset_close(sources);
  return U_FAILURE(code) ? tanba_fail(error, code, NULL) : 0;
}
