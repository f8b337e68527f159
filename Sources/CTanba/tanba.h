/* The C interface of Tanba: Kazakh text in, what it names out, as JSON.

   All functions may be called from any thread at any time; one pipeline may serve many threads at
   once. Nothing is shared between pipelines but the table that tells open handles from others, and
   nothing reads the environment or the clock but where said. No function ends the program on bad
   input: each gives a status, and the thread that got one above TANBA_OK finds the reason in
   tanba_last_error.

   Texts are UTF-8. Results are JSON Lines as the command `tanba extract` writes them, to the byte. */

#ifndef TANBA_H
#define TANBA_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a call ended; the numbers are the command's exit statuses. */
typedef enum tanba_status {
  TANBA_OK = 0,
  /* A document can't be used: no UTF-8, or too long. In a batch the others are done. */
  TANBA_DOCUMENT_FAILED = 1,
  /* An argument that can't be used: a null pointer, an unknown option, no day of the calendar. */
  TANBA_BAD_ARGUMENT = 2,
  /* The rule set does not compile, or is none. */
  TANBA_BAD_RULES = 3,
  /* The pipeline was closed, or never was one. */
  TANBA_BAD_HANDLE = 4,
  TANBA_INTERNAL_ERROR = 70
} tanba_status;

/* An open pipeline. The pointer is a ticket: there is nothing behind it to look at. */
typedef struct tanba_pipeline tanba_pipeline;

/* Opens a pipeline. Reading and compiling the rules takes a second or less; share pipelines.

   `options` is a JSON object, or NULL for none:
     "rules"         a folder, or several in an array, the later laid over the earlier. Without it
                     TANBA_RULES, else the folder that the command would find
     "labels"        an array of the labels to report, as ["DATE", "TIME"]
     "convention"    "full" or "kaznerd": where mentions end
     "script"        the alphabet of the texts, as "latn-2021"; without it each text tells
     "offsets"       "scalar" (Unicode scalars), "utf16" or "utf8"
     "text"          false leaves the texts out of the results
     "referenceDate" the day that "today" means, as "2021-05-12"
     "prefer"        "past", "future" or "nearest": which day an open date means, beside the text's
     "dateFormat"    "timex3", or "edtf" to have EDTF beside it
     "reportRepairs" true lists what was read otherwise than it is written
     "textLimit"     the most bytes of one text, 268435456 without it and 2147483646 at most; work on
                     a text takes about ten times its size in memory

   On TANBA_OK `*pipeline` is a handle to be closed with tanba_close, else NULL. */
tanba_status tanba_open(const char *options, tanba_pipeline **pipeline);

/* Closes a pipeline. Calls that are under way on other threads end in peace; later ones are told
   TANBA_BAD_HANDLE. NULL is closed already. */
tanba_status tanba_close(tanba_pipeline *pipeline);

/* Finds what a text names.

   `text` are `length` bytes of UTF-8; it may be NULL where `length` is 0. `id` is what the result
   calls the document, "" where NULL; `reference_date` is its day, that of the pipeline where NULL.

   On TANBA_OK `*json` is the result, one JSON object of `*json_length` bytes and a NUL behind them,
   to be given back with tanba_free; else NULL. */
tanba_status tanba_extract(tanba_pipeline *pipeline, const char *text, size_t length,
                           const char *id, const char *reference_date, char **json,
                           size_t *json_length);

/* Texts that lie one behind the other in one buffer, for tanba_extract_batch. */
typedef struct tanba_batch {
  /* The number of texts. */
  size_t count;
  /* All texts, and the number of their bytes. */
  const char *texts;
  size_t texts_length;
  /* Where each text ends, in bytes from `texts`: `count` numbers, none less than the one before. */
  const size_t *text_ends;
  /* The ids of the documents in the same way, or NULL: then they are numbers from `first_number`. */
  const char *ids;
  size_t ids_length;
  const size_t *id_ends;
  size_t first_number;
  /* The day of all texts, or NULL for that of the pipeline. */
  const char *reference_date;
} tanba_batch;

/* Finds what many texts name, on the calling thread, at less cost a text than tanba_extract.

   On TANBA_OK and on TANBA_DOCUMENT_FAILED `*json` are JSON Lines, one for each text in order, of
   `*json_length` bytes and a NUL, to be given back with tanba_free. A text that failed has the line
   {"id", "error"}. */
tanba_status tanba_extract_batch(tanba_pipeline *pipeline, const tanba_batch *batch, char **json,
                                 size_t *json_length);

/* Gives a result back. NULL is nothing. */
void tanba_free(char *json);

/* The versions of Tanba, ICU and Unicode as a JSON object; never freed. */
const char *tanba_version(void);

/* Where the rules of a pipeline lie and the digest of their files, as a JSON object, to be given
   back with tanba_free; NULL where the handle is none. */
char *tanba_describe(tanba_pipeline *pipeline);

/* Why the last call of this thread that did not end with TANBA_OK did not: lines for people, of rule
   sets all errors with file, line, column and a caret. NULL where no call has failed. Valid until
   the next failure on this thread, and no longer than the thread. */
const char *tanba_last_error(void);

/* The same as a JSON object for programs: {"status", "message", "diagnostics": [{"severity",
   "message", "file", "line", "column", "excerpt"}]}, the last for TANBA_BAD_RULES alone. */
const char *tanba_last_error_json(void);

#ifdef __cplusplus
}
#endif

#endif
