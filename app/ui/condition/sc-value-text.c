/* sc-value-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _XOPEN_SOURCE 700 /* strptime() */

#include "config.h"

#include "sc-value-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <time.h>

static gboolean
is_moment (const ScClauseForm *form)
{
  return form->kind == SC_VALUE_DATE || form->kind == SC_VALUE_DATE_TIME;
}

/* Minus, digits and at most one point with digits behind it; a point at the end is still typed. */
static gboolean
is_number (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gsize whole = strspn (digits, "0123456789");
  const char *rest = digits + whole;

  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  return whole > 0 && *rest == '\0';
}

static char *
number_to_text (const char *value)
{
  g_auto (GStrv) parts = NULL;

  if (!is_number (value))
    return g_strdup (value);
  parts = g_strsplit (value, ".", 2);
  return g_strjoinv (localeconv ()->decimal_point, parts);
}

static void
replace (char **text, const char *what, const char *with)
{
  g_auto (GStrv) parts = NULL;

  if (*what == '\0')
    return;
  parts = g_strsplit (*text, what, -1);
  g_free (*text);
  *text = g_strjoinv (with, parts);
}

/* Without what groups digits in the locale, and spaces of any kind. */
static char *
to_plain_number (const char *text)
{
  static const char *const spaces[] = { " ", "\u00a0", "\u2009", "\u202f", "'", "’" };
  const struct lconv *conventions = localeconv ();
  char *plain = g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    replace (&plain, spaces[i], "");
  replace (&plain, conventions->thousands_sep, "");
  if (!g_str_equal (conventions->decimal_point, "."))
    replace (&plain, conventions->decimal_point, ".");
  replace (&plain, "−", "-");
  return plain;
}

static char *
number_from_text (const ScClauseForm *form, const char *text, char **why)
{
  g_autofree char *plain = to_plain_number (text);
  gboolean whole = form->kind == SC_VALUE_INTEGER || form->kind == SC_VALUE_CHOICE;
  double number;

  if (!is_number (plain) || (whole && strchr (plain, '.') != NULL))
    {
      *why = g_strdup (whole ? _ ("not a whole number") : _ ("not a number"));
      return NULL;
    }
  if (g_str_has_suffix (plain, "."))
    plain[strlen (plain) - 1] = '\0';
  number = g_ascii_strtod (plain, NULL);
  if (form->minimum < form->maximum && (number < form->minimum || number > form->maximum))
    {
      *why = g_strdup_printf (_ ("not from %.0f to %.0f"), form->minimum, form->maximum);
      return NULL;
    }
  return g_steal_pointer (&plain);
}

static gboolean
read_iso (const char *text, struct tm *moment)
{
  const char *end;

  memset (moment, 0, sizeof *moment);
  end = strptime (text, "%Y-%m-%d", moment);
  if (end != NULL && (*end == 'T' || *end == ' '))
    {
      const char *time = strptime (end + 1, "%H:%M", moment);

      end = time;
      if (end != NULL && *end == ':')
        end = strptime (end, ":%S", moment);
      while (end != NULL && (g_ascii_isdigit (*end) || *end == '.'))
        end++;
      if (end != NULL && *end == 'Z')
        end++;
    }
  return end != NULL && *end == '\0'
         && g_date_valid_dmy ((GDateDay) moment->tm_mday, (GDateMonth) (moment->tm_mon + 1),
                              (GDateYear) (moment->tm_year + 1900));
}

static gboolean
read_local (const char *text, const char *format, struct tm *moment)
{
  const char *end;

  memset (moment, 0, sizeof *moment);
  end = strptime (text, format, moment);
  return end != NULL && *end == '\0'
         && g_date_valid_dmy ((GDateDay) moment->tm_mday, (GDateMonth) (moment->tm_mon + 1),
                              (GDateYear) (moment->tm_year + 1900));
}

static char *
to_file (const struct tm *moment)
{
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00Z", moment->tm_year + 1900,
                          moment->tm_mon + 1, moment->tm_mday, moment->tm_hour, moment->tm_min);
}

/* As the locale writes a date, where that can be read again; else as files do. */
static char *
moment_to_text (const ScClauseForm *form, const char *value)
{
  struct tm moment, again;
  gboolean with_time;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (!read_iso (value, &moment))
    return g_strdup (value);
  with_time = form->kind == SC_VALUE_DATE_TIME || moment.tm_hour != 0 || moment.tm_min != 0;
  time = g_date_time_new_utc (moment.tm_year + 1900, moment.tm_mon + 1, moment.tm_mday,
                              moment.tm_hour, moment.tm_min, 0);
  if (time == NULL)
    return g_strdup (value);
  text = g_date_time_format (time, with_time ? "%x %H:%M" : "%x");
  if (text != NULL && read_local (text, with_time ? "%x %H:%M" : "%x", &again)
      && again.tm_year == moment.tm_year && again.tm_mon == moment.tm_mon
      && again.tm_mday == moment.tm_mday)
    return g_steal_pointer (&text);
  return g_date_time_format (time, with_time ? "%Y-%m-%d %H:%M" : "%Y-%m-%d");
}

static char *
moment_from_text (const char *text, char **why)
{
  struct tm moment;

  if (read_iso (text, &moment) || read_local (text, "%x %H:%M", &moment)
      || read_local (text, "%x", &moment))
    return to_file (&moment);
  *why = g_strdup (_ ("not a date"));
  return NULL;
}

char *
sc_value_to_text (const ScClauseForm *form, const char *value)
{
  if (value == NULL)
    return g_strdup ("");
  if (is_moment (form))
    return moment_to_text (form, value);
  if (form->kind == SC_VALUE_TEXT)
    return g_strdup (value);
  return number_to_text (value);
}

char *
sc_value_from_text (const ScClauseForm *form, const char *text, char **why)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  *why = NULL;
  if (*plain == '\0')
    return NULL;
  if (form->kind == SC_VALUE_TEXT)
    return g_strdup (text);
  return is_moment (form) ? moment_from_text (plain, why) : number_from_text (form, plain, why);
}

char *
sc_value_from_day (int year, int month, int day)
{
  return g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", year, month, day);
}

gboolean
sc_value_get_day (const char *value, int *year, int *month, int *day)
{
  struct tm moment;

  if (value == NULL || !read_iso (value, &moment))
    return FALSE;
  *year = moment.tm_year + 1900;
  *month = moment.tm_mon + 1;
  *day = moment.tm_mday;
  return TRUE;
}
