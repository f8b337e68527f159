/* Asks the C interface in C: results, bad input, threads, memory.

   usage: interface RULES [CALLS]
   CALLS is how often the leak check extracts, 20000 without it. */

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tanba.h"

static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      const char *why = tanba_last_error();                                   \
      fprintf(stderr, "%s:%d: failed: %s (%s)\n", __FILE__, __LINE__,         \
              #condition, why ? why : "no error");                            \
      __atomic_add_fetch(&failures, 1, __ATOMIC_RELAXED);                     \
    }                                                                         \
  } while (0)

/* "Ол 1992 жылы 5 қазанда Алматыда болды." */
static const char text[] =
    "\xD0\x9E\xD0\xBB 1992 \xD0\xB6\xD1\x8B\xD0\xBB\xD1\x8B 5 "
    "\xD2\x9B\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBD\xD0\xB4\xD0\xB0 "
    "\xD0\x90\xD0\xBB\xD0\xBC\xD0\xB0\xD1\x82\xD1\x8B\xD0\xB4\xD0\xB0 "
    "\xD0\xB1\xD0\xBE\xD0\xBB\xD0\xB4\xD1\x8B.";

static tanba_pipeline *open_rules(const char *rules) {
  char options[4096];
  tanba_pipeline *pipeline = NULL;
  snprintf(options, sizeof options, "{\"rules\":\"%s\"}", rules);
  CHECK(tanba_open(options, &pipeline) == TANBA_OK);
  CHECK(pipeline != NULL);
  return pipeline;
}

static void finds(tanba_pipeline *pipeline) {
  char *json = NULL;
  size_t length = 0;
  CHECK(tanba_extract(pipeline, text, strlen(text), "d", NULL, &json, &length) == TANBA_OK);
  CHECK(json && strlen(json) == length);
  CHECK(json && strstr(json, "\"value\":\"1992-10-05\""));
  CHECK(json && strstr(json, "\"ref\":\"kato:750000000\""));
  tanba_free(json);

  CHECK(tanba_extract(pipeline, NULL, 0, NULL, NULL, &json, &length) == TANBA_OK);
  CHECK(json && strcmp(json, "{\"id\":\"\",\"text\":\"\",\"entities\":[]}") == 0);
  tanba_free(json);

  CHECK(strstr(tanba_version(), "\"tanba\":\""));
  json = tanba_describe(pipeline);
  CHECK(json && strstr(json, "\"digest\":\""));
  tanba_free(json);
  tanba_free(NULL);
}

static void refuses(tanba_pipeline *pipeline, const char *rules) {
  char *json = (char *)"unset";
  size_t length = 1;
  CHECK(tanba_extract(pipeline, "\xFF", 1, "d", NULL, &json, &length) == TANBA_DOCUMENT_FAILED);
  CHECK(json == NULL && length == 0);
  CHECK(strcmp(tanba_last_error(), "d: invalid UTF-8 at byte 0") == 0);
  CHECK(tanba_extract(pipeline, text, SIZE_MAX, NULL, NULL, &json, &length) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_extract(pipeline, text, 9, "\xFF", NULL, &json, &length) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_extract(pipeline, text, 9, NULL, "5", &json, &length) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_extract(pipeline, NULL, 9, NULL, NULL, &json, &length) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_extract(NULL, text, 9, NULL, NULL, &json, &length) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_extract(pipeline, text, 9, NULL, NULL, NULL, NULL) == TANBA_BAD_ARGUMENT);

  tanba_pipeline *none = pipeline;
  CHECK(tanba_open("{\"rules\":\"/nowhere\"}", &none) == TANBA_BAD_RULES);
  CHECK(none == NULL);
  CHECK(strstr(tanba_last_error(), "/nowhere/main.rules"));
  CHECK(strstr(tanba_last_error_json(), "\"diagnostics\":[{\"severity\":\"error\""));
  CHECK(tanba_open("{\"labls\":[]}", &none) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_open("\xFF", &none) == TANBA_BAD_ARGUMENT);
  CHECK(tanba_open(NULL, NULL) == TANBA_BAD_ARGUMENT);

  tanba_pipeline *closed = open_rules(rules);
  CHECK(tanba_close(closed) == TANBA_OK);
  CHECK(tanba_close(closed) == TANBA_BAD_HANDLE);
  CHECK(tanba_extract(closed, text, 9, NULL, NULL, &json, &length) == TANBA_BAD_HANDLE);
  CHECK(tanba_describe(closed) == NULL);
  CHECK(tanba_close((tanba_pipeline *)&length) == TANBA_BAD_HANDLE);
  CHECK(tanba_close((tanba_pipeline *)text) == TANBA_BAD_HANDLE);
  CHECK(tanba_close(NULL) == TANBA_OK);
}

/* A gigabyte, above the limit and not even looked at. */
static void refuses_long_texts(tanba_pipeline *pipeline) {
  size_t size = 1000000000;
  char *bytes = calloc(size, 1);
  char *json = NULL;
  size_t length = 0;
  CHECK(bytes != NULL);
  if (!bytes) return;
  CHECK(tanba_extract(pipeline, bytes, size, "d", NULL, &json, &length) == TANBA_DOCUMENT_FAILED);
  CHECK(strcmp(tanba_last_error(), "d: the document is longer than 268435456 bytes") == 0);
  free(bytes);
}

/* A whole text beside one that is no UTF-8 and an empty one. */
static void takes_batches(tanba_pipeline *pipeline) {
  char texts[256];
  size_t whole = strlen(text);
  memcpy(texts, text, whole);
  texts[whole] = '\xFF';
  size_t ends[3] = {whole, whole + 1, whole + 1};
  tanba_batch batch = {.count = 3, .texts = texts, .texts_length = whole + 1, .text_ends = ends};
  char *json = NULL;
  size_t length = 0;
  CHECK(tanba_extract_batch(pipeline, &batch, &json, &length) == TANBA_DOCUMENT_FAILED);
  CHECK(json && strncmp(json, "{\"id\":0,\"text\":", 15) == 0);
  CHECK(json && strstr(json, "}\n{\"id\":1,\"error\":\"1: invalid UTF-8 at byte 0\"}\n{\"id\":2,"));
  tanba_free(json);
  ends[1] = 1000;
  CHECK(tanba_extract_batch(pipeline, &batch, &json, &length) == TANBA_BAD_ARGUMENT);
  CHECK(json == NULL);
  tanba_batch empty = {.count = 0};
  CHECK(tanba_extract_batch(pipeline, &empty, &json, &length) == TANBA_OK);
  CHECK(json && length == 0);
  tanba_free(json);
}

struct task {
  tanba_pipeline *pipeline;
  int number;
};

/* Right and wrong calls by turns: the errors of one thread are not another's. */
static void *works(void *argument) {
  struct task *task = argument;
  char id[16];
  char expected[64];
  snprintf(id, sizeof id, "%d", task->number);
  snprintf(expected, sizeof expected, "%d: invalid UTF-8 at byte 0", task->number);
  for (int round = 0; round < 200; round++) {
    char *json = NULL;
    size_t length = 0;
    CHECK(tanba_extract(task->pipeline, "\xFF", 1, id, NULL, &json, &length) ==
          TANBA_DOCUMENT_FAILED);
    CHECK(tanba_extract(task->pipeline, text, strlen(text), id, NULL, &json, &length) == TANBA_OK);
    CHECK(json && strstr(json, "1992-10-05"));
    tanba_free(json);
    CHECK(strcmp(tanba_last_error(), expected) == 0);
  }
  return NULL;
}

/* Calls until the pipeline is closed under it. */
static void *is_interrupted(void *argument) {
  struct task *task = argument;
  tanba_status status;
  do {
    char *json = NULL;
    size_t length = 0;
    status = tanba_extract(task->pipeline, text, strlen(text), "", NULL, &json, &length);
    tanba_free(json);
  } while (status == TANBA_OK);
  CHECK(status == TANBA_BAD_HANDLE);
  return NULL;
}

static void run_threads(void *(*body)(void *), tanba_pipeline *pipeline, int closes) {
  pthread_t threads[6];
  struct task tasks[6];
  for (int i = 0; i < 6; i++) {
    tasks[i] = (struct task){pipeline, i};
    CHECK(pthread_create(&threads[i], NULL, body, &tasks[i]) == 0);
  }
  if (closes) {
    usleep(50000);
    CHECK(tanba_close(pipeline) == TANBA_OK);
  }
  for (int i = 0; i < 6; i++) pthread_join(threads[i], NULL);
}

/* The memory that is resident, in pages. */
static long resident(void) {
  long total = 0, pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file) return 0;
  if (fscanf(file, "%ld %ld", &total, &pages) != 2) pages = 0;
  fclose(file);
  return pages;
}

static void call_often(tanba_pipeline *pipeline, long calls) {
  char *json = NULL;
  size_t length = 0;
  for (long i = 0; i < calls; i++) {
    int fails = i % 10 == 9;
    tanba_status status = tanba_extract(
        pipeline, fails ? "\xFF" : text, fails ? 1 : strlen(text), "d", NULL, &json, &length);
    CHECK(status == (fails ? TANBA_DOCUMENT_FAILED : TANBA_OK));
    tanba_free(json);
  }
}

static void leaks_nothing(tanba_pipeline *pipeline, long calls) {
  call_often(pipeline, calls / 10 + 1000);
  long before = resident();
  call_often(pipeline, calls);
  long kilobytes = (resident() - before) * (sysconf(_SC_PAGESIZE) / 1024);
  fprintf(stderr, "c: %ld kB more after %ld calls\n", kilobytes, calls);
  CHECK(kilobytes < 4096);
}

int main(int count, char **arguments) {
  if (count < 2) return 2;
  tanba_pipeline *pipeline = open_rules(arguments[1]);
  if (!pipeline) return 1;
  finds(pipeline);
  refuses(pipeline, arguments[1]);
  refuses_long_texts(pipeline);
  takes_batches(pipeline);
  run_threads(works, pipeline, 0);
  leaks_nothing(pipeline, count > 2 ? atol(arguments[2]) : 20000);
  run_threads(is_interrupted, pipeline, 1);
  if (failures) fprintf(stderr, "c: %d checks failed\n", failures);
  return failures != 0;
}
