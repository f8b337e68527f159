/* The yardstick: decodes a UTF-8 file to UTF-16 and walks ICU's word breaks with rule status.
 *
 * Prints the CPU seconds of the loop alone, the number of words, and the number of bytes read.
 * usage: icu-words FILE [ROUNDS]
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static double cpu(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void fail(const char *what) {
  fprintf(stderr, "icu-words: %s\n", what);
  exit(1);
}

int main(int argc, char **argv) {
  if (argc < 2) fail("usage: icu-words FILE [ROUNDS]");
  int rounds = argc > 2 ? atoi(argv[2]) : 1;
  FILE *file = fopen(argv[1], "rb");
  if (!file) fail("the file can't be opened");
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)size + 1);
  if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) fail("the file can't be read");
  fclose(file);

  UErrorCode status = U_ZERO_ERROR;
  UChar *text = malloc(((size_t)size + 1) * sizeof(UChar));
  int32_t length = 0;
  if (!text) fail("out of memory");
  u_strFromUTF8(text, (int32_t)size + 1, &length, bytes, (int32_t)size, &status);
  UBreakIterator *words = ubrk_open(UBRK_WORD, "kk", text, length, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));

  for (int round = 0; round < rounds; round++) {
    long count = 0;
    double start = cpu();
    ubrk_first(words);
    for (int32_t end = ubrk_next(words); end != UBRK_DONE; end = ubrk_next(words)) {
      if (ubrk_getRuleStatus(words) >= UBRK_WORD_NUMBER) count++;
    }
    printf("%.6f %ld %ld\n", cpu() - start, count, size);
  }
  ubrk_close(words);
  return 0;
}
