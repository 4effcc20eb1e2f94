/* sc-rules-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-rule-private.h"
#include "sc-version.h"

/* Rules about what a solution says of itself and its publisher. A bare flow says nothing. */

#define MIN_PREFIX        2
#define MAX_PREFIX        8
#define RESERVED_PREFIX   "mscrm"
#define MIN_OPTION_PREFIX 10000
#define MAX_OPTION_PREFIX 99999

/* A letter or an underscore, then letters, digits and underscores. */
static gboolean
is_name (const char *name)
{
  if (!g_ascii_isalpha (*name) && *name != '_')
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      return FALSE;
  return TRUE;
}

static gboolean
is_prefix (const char *prefix)
{
  gsize length = strlen (prefix);

  return length >= MIN_PREFIX && length <= MAX_PREFIX && g_ascii_isalpha (*prefix)
         && strchr (prefix, '_') == NULL && is_name (prefix)
         && g_ascii_strncasecmp (prefix, RESERVED_PREFIX, strlen (RESERVED_PREFIX)) != 0;
}

static void
check_names (const ScSubject *subject, ScReporter *reporter)
{
  const ScSolution *solution = subject->solution;

  if (solution->unique_name != NULL && !is_name (solution->unique_name))
    sc_reporter_add (reporter,
                     _ ("The unique name “%s” of the solution has something else than the letters "
                        "A to Z, digits and underscores, or begins with a digit."),
                     solution->unique_name);
  if (solution->publisher != NULL && !is_name (solution->publisher))
    sc_reporter_add (reporter,
                     _ ("The unique name “%s” of the publisher has something else than the letters "
                        "A to Z, digits and underscores, or begins with a digit."),
                     solution->publisher);
}

static void
check_prefixes (const ScSubject *subject, ScReporter *reporter)
{
  const ScSolution *solution = subject->solution;

  if (solution->prefix != NULL && !is_prefix (solution->prefix))
    sc_reporter_add (reporter,
                     _ ("The publisher's prefix “%s” is not one: it has %d to %d letters and "
                        "digits, begins with a letter, and not with “%s”."),
                     solution->prefix, MIN_PREFIX, MAX_PREFIX, RESERVED_PREFIX);
  if (solution->option_prefix != 0
      && (solution->option_prefix < MIN_OPTION_PREFIX
          || solution->option_prefix > MAX_OPTION_PREFIX))
    sc_reporter_add (reporter,
                     _ ("The publisher's prefix for choices is %d; it is a number from %d to %d."),
                     solution->option_prefix, MIN_OPTION_PREFIX, MAX_OPTION_PREFIX);
}

static void
check_version (const ScSubject *subject, ScReporter *reporter)
{
  const char *version = subject->solution->version;

  if (version != NULL && !sc_version_is_valid (version))
    sc_reporter_add (reporter,
                     _ ("The version “%s” of the solution is not two to four numbers with points "
                        "between."),
                     version);
}

const ScRule sc_rules_solution[] = {
  {
      .id = "SL-14",
      .title = N_ ("Names that Dataverse takes"),
      .explanation = N_ ("The unique names of a solution and its publisher are made of the letters "
                         "A to Z, digits and underscores, and do not begin with a digit."),
      .source = "Microsoft Learn: Create a solution; solution and publisher table reference",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_REST,
      .check = check_names,
  },
  {
      .id = "SL-15",
      .title = N_ ("Prefixes that Dataverse takes"),
      .explanation = N_ ("The publisher's prefix stands before every name that the solution adds, "
                         "its prefix for choices before every value."),
      .source = "Microsoft Learn: Create a solution (publisher prefix, choice value prefix)",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_REST,
      .check = check_prefixes,
  },
  {
      .id = "SL-16",
      .title = N_ ("A version"),
      .explanation = N_ ("An import compares the version with that of the solution that is there."),
      .source = "Microsoft Learn: Create a solution (major.minor.build.revision)",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_REST,
      .check = check_version,
  },
  { NULL },
};
