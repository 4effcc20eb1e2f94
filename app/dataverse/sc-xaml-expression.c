/* sc-xaml-expression.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-expression.h"

#include "sc-extent.h"

#include <string.h>

#define OPEN          "[New Object() { "
#define CLOSE         " }]"
#define PROPERTY_TYPE "Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType."
#define NAME_CHARS    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"

static gboolean
is_entity_reference (const char *type)
{
  return g_str_equal (type, "EntityReference");
}

/* Visual Basic doubles the quotes inside a string and knows no other escape. */
static void
append_literal (GString *text, const char *value)
{
  g_string_append (text, ", \"");
  for (const char *p = value != NULL ? value : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

char *
sc_xaml_format_constant (const ScOperand *operand, const char *id_variable)
{
  GString *text = g_string_new (OPEN PROPERTY_TYPE);

  g_string_append (text, operand->type);
  if (operand->raw != NULL)
    g_string_append_printf (text, ", %s", operand->raw);
  else if (is_entity_reference (operand->type))
    {
      append_literal (text, operand->table);
      append_literal (text, operand->display);
      g_string_append_printf (text, ", %s", id_variable);
      append_literal (text, operand->format);
    }
  else
    {
      append_literal (text, operand->value);
      if (operand->format != NULL)
        append_literal (text, operand->format);
    }
  g_string_append (text, CLOSE);
  return g_string_free (text, FALSE);
}

/* The arguments of a constant, read one by one from the front. */
typedef struct
{
  const char *next;
  const char *end;
} Arguments;

static gboolean
skip_separator (Arguments *self)
{
  if (self->end - self->next < 2 || strncmp (self->next, ", ", 2) != 0)
    return FALSE;
  self->next += 2;
  return TRUE;
}

static char *
take_literal (Arguments *self)
{
  const char *start = self->next;

  if (!skip_separator (self) || self->next == self->end || *self->next != '"')
    {
      self->next = start;
      return NULL;
    }

  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *p = self->next + 1; p < self->end; p++)
    {
      if (*p == '"' && (p + 1 == self->end || p[1] != '"'))
        {
          self->next = p + 1;
          return g_string_free (g_steal_pointer (&value), FALSE);
        }
      if (*p == '"')
        p++;
      g_string_append_c (value, *p);
    }
  self->next = start;
  return NULL;
}

static char *
take_name (Arguments *self)
{
  const char *start = self->next;

  if (!skip_separator (self))
    return NULL;

  gsize length = MIN (strspn (self->next, NAME_CHARS), (gsize) (self->end - self->next));

  if (length == 0)
    {
      self->next = start;
      return NULL;
    }

  char *name = g_strndup (self->next, length);

  self->next += length;
  return name;
}

static gboolean
parse_reference (ScOperand *operand, Arguments arguments, char **id_variable)
{
  g_autofree char *table = take_literal (&arguments);
  g_autofree char *display = take_literal (&arguments);
  g_autofree char *variable = take_name (&arguments);
  g_autofree char *format = take_literal (&arguments);

  if (format == NULL || arguments.next != arguments.end)
    return FALSE;
  sc_set_string (operand, table, table);
  sc_set_string (operand, display, display);
  sc_set_string (operand, format, format);
  *id_variable = g_steal_pointer (&variable);
  return TRUE;
}

static gboolean
parse_value (ScOperand *operand, Arguments arguments)
{
  g_autofree char *value = take_literal (&arguments);
  g_autofree char *format = take_literal (&arguments);

  if (value == NULL || arguments.next != arguments.end)
    return FALSE;
  sc_set_string (operand, value, value);
  sc_set_string (operand, format, format);
  return TRUE;
}

/* What stands between OPEN and CLOSE; FALSE when they do not enclose text. */
static gboolean
unwrap (const char *text, Arguments *inside)
{
  if (text == NULL || !g_str_has_prefix (text, OPEN) || !g_str_has_suffix (text, CLOSE))
    return FALSE;
  inside->next = text + strlen (OPEN);
  inside->end = text + strlen (text) - strlen (CLOSE);
  return inside->next <= inside->end;
}

ScOperand *
sc_xaml_parse_constant (const char *text, char **id_variable)
{
  Arguments arguments;

  *id_variable = NULL;
  if (!unwrap (text, &arguments) || !g_str_has_prefix (arguments.next, PROPERTY_TYPE))
    return NULL;
  arguments.next += strlen (PROPERTY_TYPE);

  g_autoptr (ScOperand) operand = sc_operand_new ();
  gsize length = strspn (arguments.next, NAME_CHARS);
  g_autofree char *type = g_strndup (arguments.next, length);

  sc_set_string (operand, type, type);
  arguments.next += length;

  if (is_entity_reference (type) ? parse_reference (operand, arguments, id_variable)
                                 : parse_value (operand, arguments))
    return g_steal_pointer (&operand);

  /* Something else: kept as it is, unless it names a variable, whose number an edit may change. */
  if (length == 0 || !skip_separator (&arguments))
    return NULL;
  g_autofree char *raw = sc_extent_copy (arguments.next, arguments.end);

  if (strstr (raw, "ConditionBranchStep") != NULL)
    return NULL;
  sc_set_string (operand, raw, raw);
  return g_steal_pointer (&operand);
}

char *
sc_xaml_parse_variable (const char *text)
{
  if (text == NULL || text[0] != '[')
    return NULL;

  gsize length = strspn (text + 1, NAME_CHARS);

  return length > 0 && g_str_equal (text + 1 + length, "]") ? g_strndup (text + 1, length) : NULL;
}

char **
sc_xaml_parse_values (const char *text)
{
  Arguments arguments;

  if (!unwrap (text, &arguments))
    return NULL;

  g_autofree char *list = sc_extent_copy (arguments.next, arguments.end);

  return g_strsplit (list, ", ", -1);
}
