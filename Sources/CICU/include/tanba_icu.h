/// The system's ICU in whole-document calls.
///
/// No ICU header is included here on purpose: Foundation carries an ICU of its own, and a Swift
/// file that sees the headers of both does not compile.
///
/// Every function that can fail fills a `tanba_icu_error` and returns NULL or -1. Texts are UTF-8
/// with explicit lengths; ill-formed input is read with U+FFFD in place of what can't be decoded.
/// Buffers returned as `tanba_icu_bytes` belong to the caller and are freed with
/// `tanba_icu_bytes_free`.
#ifndef TANBA_ICU_H
#define TANBA_ICU_H

#include <stdint.h>

/// What went wrong, in ICU's terms.
typedef struct {
  /// ICU's UErrorCode, above zero for an error; 0 where all went well.
  int32_t code;
  /// ICU's name of the code, a static string.
  const char *_Nullable name;
  /// The line of the rules, from 1; 0 where ICU names none.
  int32_t line;
  /// The place in the line (or, where `line` is 0, in the rules) in UTF-16 units; -1 for none.
  int32_t offset;
  /// The rules right before the place, UTF-8, zero-terminated.
  char before[64];
  /// The rules right behind the place, UTF-8, zero-terminated.
  char after[64];
} tanba_icu_error;

/// Bytes that the caller frees.
typedef struct {
  uint8_t *_Nullable data;
  int64_t count;
  int64_t capacity;
} tanba_icu_bytes;

void tanba_icu_bytes_free(tanba_icu_bytes *_Nonnull bytes);

// Breaks

/// The end of a segment.
typedef struct {
  /// Bytes from the start of the text.
  uint32_t offset;
  /// The status of the rule that matched.
  int32_t status;
} tanba_icu_boundary;

/// A break iterator; one thread at a time.
typedef struct tanba_icu_breaker tanba_icu_breaker;

/// Compiles break rules to ICU's binary form. Returns 0, or -1 with `error` filled.
int32_t tanba_icu_break_compile(
    const uint8_t *_Nullable rules, int64_t count, tanba_icu_bytes *_Nonnull binary,
    tanba_icu_error *_Nonnull error);

/// Opens an iterator over compiled rules, which must live as long as it.
tanba_icu_breaker *_Nullable tanba_icu_break_open(
    const tanba_icu_bytes *_Nonnull binary, tanba_icu_error *_Nonnull error);

void tanba_icu_break_close(tanba_icu_breaker *_Nullable breaker);

/// Sets the text, which must live until the last boundary is read or another text is set.
int32_t tanba_icu_break_set_text(
    tanba_icu_breaker *_Nonnull breaker, const uint8_t *_Nullable text, int64_t count,
    tanba_icu_error *_Nonnull error);

/// Reads up to `capacity` further boundaries and returns their number; fewer than `capacity` mean
/// the end, and the iterator has let go of the text.
int64_t tanba_icu_break_read(
    tanba_icu_breaker *_Nonnull breaker, tanba_icu_boundary *_Nonnull boundaries,
    int64_t capacity);

// Transliteration

/// A transliterator with its buffers; one thread at a time.
typedef struct tanba_icu_transliterator tanba_icu_transliterator;

tanba_icu_transliterator *_Nullable tanba_icu_translit_open(
    const uint8_t *_Nullable rules, int64_t count, tanba_icu_error *_Nonnull error);

void tanba_icu_translit_close(tanba_icu_transliterator *_Nullable transliterator);

/// Transliterates into the transliterator's own buffer, valid until the next call. Returns the
/// number of bytes, or -1 with `error` filled.
int64_t tanba_icu_translit(
    tanba_icu_transliterator *_Nonnull transliterator, const uint8_t *_Nullable text,
    int64_t count, const uint8_t *_Nullable *_Nonnull result, tanba_icu_error *_Nonnull error);

/// Sets a byte to 1 for each scalar from 0 on that the transliterator may change, to 0 for the
/// others, as ICU knows its rules. Returns 0, or -1 with `error` filled.
int32_t tanba_icu_translit_sources(
    const tanba_icu_transliterator *_Nonnull transliterator, uint8_t *_Nonnull table,
    int32_t count, tanba_icu_error *_Nonnull error);

// Case and normal forms

int32_t tanba_icu_lowercase(
    const uint8_t *_Nullable text, int64_t count, const char *_Nonnull locale,
    tanba_icu_bytes *_Nonnull result, tanba_icu_error *_Nonnull error);

int32_t tanba_icu_nfc(
    const uint8_t *_Nullable text, int64_t count, tanba_icu_bytes *_Nonnull result,
    tanba_icu_error *_Nonnull error);

// Names

/// The versions of ICU and of Unicode, as in "72.1" and "15.0"; `text` has room for 20 bytes.
void tanba_icu_version(char *_Nonnull text);
void tanba_icu_unicode_version(char *_Nonnull text);

/// The name of a region; -1 where the locale has none.
int32_t tanba_icu_region_name(
    const char *_Nonnull code, const char *_Nonnull locale, tanba_icu_bytes *_Nonnull result);

/// The codes of all territories, separated by zero bytes.
int32_t tanba_icu_region_codes(tanba_icu_bytes *_Nonnull result);

/// The number of months (`kind` 0) or weekdays (`kind` 1), or one of them by index from 0, wide or
/// abbreviated, for use in a date or standing alone; -1 where there is none. Weekdays begin with
/// Sunday.
int32_t tanba_icu_date_symbol_count(int32_t kind, const char *_Nonnull locale);
int32_t tanba_icu_date_symbol(
    int32_t kind, int32_t abbreviated, int32_t standalone, int32_t index,
    const char *_Nonnull locale, tanba_icu_bytes *_Nonnull result);

// Calendars

/// The days from 1970-01-01 to a day of a calendar, by the calendar's locale, as in
/// "@calendar=islamic-umalqura". Returns 0, or -1 with `error` filled: also where the month has not
/// that day.
int32_t tanba_icu_calendar_day(
    const char *_Nonnull calendar, int32_t year, int32_t month, int32_t day,
    int32_t *_Nonnull days, tanba_icu_error *_Nonnull error);

// Formats

/// A format of dates, intervals or numbers; one thread at a time. All dates are UTC.
typedef struct tanba_icu_formatter tanba_icu_formatter;

/// What a formatter writes, and what its pattern is.
typedef enum {
  /// Dates in a style: "full", "long", "medium" or "short".
  tanba_icu_date_style,
  /// Dates by a skeleton, as in "yMMMMd".
  tanba_icu_date_skeleton,
  /// Intervals by a skeleton.
  tanba_icu_date_interval,
  /// Numbers in words by a rule set, as in "%spellout-ordinal".
  tanba_icu_speller,
  /// Times counted from the present; the pattern is empty.
  tanba_icu_relative
} tanba_icu_format_kind;

tanba_icu_formatter *_Nullable tanba_icu_formatter_open(
    tanba_icu_format_kind kind, const char *_Nonnull pattern, const char *_Nonnull locale,
    tanba_icu_error *_Nonnull error);

void tanba_icu_formatter_close(tanba_icu_formatter *_Nullable formatter);

/// Formats a date in milliseconds since 1970, an interval of two, a number, or `first` times the
/// unit `second` (an ICU URelativeDateTimeUnit), in digits where `option` is 1.
int32_t tanba_icu_format(
    const tanba_icu_formatter *_Nonnull formatter, double first, double second, int32_t option,
    tanba_icu_bytes *_Nonnull result, tanba_icu_error *_Nonnull error);

#endif
