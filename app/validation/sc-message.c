/* sc-message.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-message-private.h"

#include <stdlib.h>
#include <string.h>

#include "sc-shorten.h"

#define MAX_ARGUMENTS 9

typedef struct
{
  char kind; /* of the conversion: s, d or u; 0: format has none for it */
  const char *text;
  int number;
} Argument;

/* Reads the conversion behind the "%" at *format and puts *format behind it. next: the argument of
 * one that names none. */
static guint
read_conversion (const char **format, guint *next, char *kind)
{
  const char *p = *format + 1;
  const gsize digits = strspn (p, "0123456789");
  guint position;

  if (digits > 0 && p[digits] == '$')
    {
      position = (guint) atoi (p) - 1;
      p += digits + 1;
    }
  else
    position = (*next)++;
  g_assert (position < MAX_ARGUMENTS && *p != '\0' && strchr ("sdu", *p) != NULL);
  *kind = *p;
  *format = p + 1;
  return position;
}

/* Translations may have the arguments in another order, but they can only be taken in this one. */
static void
take_arguments (Argument *arguments, const char *format, va_list args)
{
  guint next = 0;

  while ((format = strchr (format, '%')) != NULL)
    {
      guint position;
      char kind;

      if (format[1] == '%')
        {
          format += 2;
          continue;
        }
      position = read_conversion (&format, &next, &kind);
      arguments[position].kind = kind;
    }
  for (guint i = 0; i < MAX_ARGUMENTS && arguments[i].kind != 0; i++)
    if (arguments[i].kind == 's')
      arguments[i].text = va_arg (args, const char *);
    else
      arguments[i].number = va_arg (args, int);
}

static void
append_argument (GString *message, const Argument *argument)
{
  g_autofree char *told = NULL;

  switch (argument->kind)
    {
    case 's':
      told = sc_shorten (argument->text != NULL ? argument->text : "", SC_MAX_QUOTED);
      g_string_append (message, told);
      break;
    case 'u':
      g_string_append_printf (message, "%u", (guint) argument->number);
      break;
    default:
      g_string_append_printf (message, "%d", argument->number);
      break;
    }
}

char *
sc_message_format (const char *format, va_list args)
{
  GString *message = g_string_new (NULL);
  Argument arguments[MAX_ARGUMENTS] = { 0 };
  guint next = 0;

  take_arguments (arguments, format, args);
  while (*format != '\0')
    {
      const gsize plain = strcspn (format, "%");
      char kind;

      g_string_append_len (message, format, (gssize) plain);
      format += plain;
      if (format[0] == '%' && format[1] == '%')
        {
          g_string_append_c (message, '%');
          format += 2;
        }
      else if (*format == '%')
        append_argument (message, &arguments[read_conversion (&format, &next, &kind)]);
    }
  return g_string_free (message, FALSE);
}
