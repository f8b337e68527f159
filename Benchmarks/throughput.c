/* Extracts from each line of a file through the C interface, as the command does with --jobs 1.

   usage: throughput RULES FILE
   Prints the CPU seconds behind the start, and of the start. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tanba.h"

static double seconds(void) { return (double)clock() / CLOCKS_PER_SEC; }

int main(int count, char **arguments) {
  if (count < 3) return 2;
  char options[4096];
  snprintf(options, sizeof options, "{\"rules\":\"%s\"}", arguments[1]);
  tanba_pipeline *pipeline = NULL;
  if (tanba_open(options, &pipeline) != TANBA_OK) {
    fprintf(stderr, "%s", tanba_last_error());
    return 1;
  }
  double start = seconds();
  FILE *file = fopen(arguments[2], "r");
  if (!file) return 1;
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  size_t bytes = 0;
  while ((length = getline(&line, &capacity, file)) >= 0) {
    if (length > 0 && line[length - 1] == '\n') length--;
    char *json = NULL;
    size_t json_length = 0;
    if (tanba_extract(pipeline, line, (size_t)length, "", NULL, &json, &json_length) == TANBA_OK)
      bytes += json_length;
    tanba_free(json);
  }
  printf("%.3f %.3f %zu\n", seconds() - start, start, bytes);
  free(line);
  fclose(file);
  return tanba_close(pipeline);
}
