/* sc-xaml-writer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xaml-writer.h"

#include <string.h>

#include "sc-splice.h"

#define INDENT     2
#define PUBLIC_KEY "Culture=neutral, PublicKeyToken=31bf3856ad364e35"

static const char spaces[] = "                                                                ";

static void
start_line (ScXamlWriter *self)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  for (guint left = self->depth * INDENT; left > 0;)
    {
      guint n = MIN (left, sizeof spaces - 1);

      g_string_append_len (self->text, spaces, n);
      left -= n;
    }
}

static void
append_unsigned (GString *text, guint number)
{
  char digits[12];
  char *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (text, p, digits + sizeof digits - p);
}

/* A value that begins with a brace would be taken for a markup extension; XAML puts an empty one
 * in front (Microsoft Learn, "{} Escape Sequence / Markup Extension"). */
static void
append_attribute (GString *text, const char *value)
{
  if (value == NULL)
    {
      g_string_append (text, "{x:Null}");
      return;
    }
  if (value[0] == '{')
    g_string_append (text, "{}");
  sc_text_append_escaped (text, value, TRUE);
}

static void
append_argument (GString *text, char directive, va_list *arguments)
{
  switch (directive)
    {
    case 'u':
      append_unsigned (text, va_arg (*arguments, guint));
      break;
    case 'a':
      append_attribute (text, va_arg (*arguments, const char *));
      break;
    case 't':
      sc_text_append_escaped (text, va_arg (*arguments, const char *), FALSE);
      break;
    default:
      g_string_append (text, va_arg (*arguments, const char *));
      break;
    }
}

static void
append_format (GString *text, const char *format, va_list *arguments)
{
  for (const char *directive; (directive = strchr (format, '%')) != NULL; format = directive + 2)
    {
      g_string_append_len (text, format, directive - format);
      append_argument (text, directive[1], arguments);
    }
  g_string_append (text, format);
}

void
sc_xaml_writer_line (ScXamlWriter *self, const char *format, ...)
{
  va_list arguments;

  start_line (self);
  va_start (arguments, format);
  append_format (self->text, format, &arguments);
  va_end (arguments);
}

void
sc_xaml_writer_append (ScXamlWriter *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  append_format (self->text, format, &arguments);
  va_end (arguments);
}

void
sc_xaml_writer_open (ScXamlWriter *self, const char *format, ...)
{
  va_list arguments;

  start_line (self);
  va_start (arguments, format);
  append_format (self->text, format, &arguments);
  va_end (arguments);
  self->depth++;
}

void
sc_xaml_writer_close (ScXamlWriter *self, const char *tag)
{
  self->depth--;
  sc_xaml_writer_line (self, "</%s>", tag);
}

/* Whether a XAML reader would trim or join some of the white space in text. */
static gboolean
has_significant_space (const char *text)
{
  gsize length = strlen (text);

  return length > 0
         && (text[0] == ' ' || text[length - 1] == ' ' || strpbrk (text, "\t\n\r") != NULL
             || strstr (text, "  ") != NULL);
}

void
sc_xaml_writer_text (ScXamlWriter *self, const char *tag, const char *attributes, const char *text)
{
  sc_xaml_writer_line (self, "<%s %s%s>%t</%s>", tag, attributes,
                       has_significant_space (text) ? " xml:space=\"preserve\"" : "", text, tag);
}

void
sc_xaml_writer_property (ScXamlWriter *self, const char *type, const char *key, const char *text)
{
  if (text == NULL)
    sc_xaml_writer_null (self, key);
  else
    sc_xaml_writer_line (self, "<%s x:Key=\"%s\"%s>%t</%s>", type, key,
                         has_significant_space (text) ? " xml:space=\"preserve\"" : "", text, type);
}

void
sc_xaml_writer_boolean (ScXamlWriter *self, const char *key, gboolean value)
{
  sc_xaml_writer_property (self, "x:Boolean", key, value ? "True" : "False");
}

void
sc_xaml_writer_null (ScXamlWriter *self, const char *key)
{
  sc_xaml_writer_line (self, "<x:Null x:Key=\"%s\" />", key);
}

void
sc_xaml_writer_open_activity (ScXamlWriter *self,
                              const char *key,
                              ScXamlClass klass,
                              const char *title,
                              guint number,
                              const char *name)
{
  start_line (self);
  g_string_append (self->text, "<mxswa:ActivityReference ");
  if (key != NULL)
    g_string_append_printf (self->text, "x:Key=\"%s\" ", key);
  g_string_append (self->text, "AssemblyQualifiedName=\"");
  g_string_append (self->text, sc_xaml_class_get_name (klass));
  g_string_append (self->text, ", Microsoft.Crm.Workflow, Version=");
  sc_text_append_escaped (self->text, self->version, TRUE);
  g_string_append (self->text, ", " PUBLIC_KEY "\" DisplayName=\"");
  g_string_append (self->text, title);
  if (number > 0)
    append_unsigned (self->text, number);
  if (name != NULL)
    {
      g_string_append (self->text, ": ");
      sc_text_append_escaped (self->text, name, TRUE);
    }
  g_string_append (self->text, "\">");
  self->depth++;
}

void
sc_xaml_writer_no_variables (ScXamlWriter *self)
{
  sc_xaml_writer_line (self, "<sco:Collection x:TypeArguments=\"Variable\" x:Key=\"Variables\" />");
}

void
sc_xaml_writer_open_composite (ScXamlWriter *self,
                               const char *key,
                               ScXamlClass klass,
                               const char *title,
                               guint number,
                               const char *name)
{
  sc_xaml_writer_open_activity (self, key, klass, title, number, name);
  sc_xaml_writer_open_properties (self);
  sc_xaml_writer_no_variables (self);
}

void
sc_xaml_writer_close_composite (ScXamlWriter *self)
{
  sc_xaml_writer_close_properties (self);
  sc_xaml_writer_close (self, "mxswa:ActivityReference");
}

void
sc_xaml_writer_open_activities (ScXamlWriter *self)
{
  sc_xaml_writer_open (self, "<sco:Collection x:TypeArguments=\"Activity\" x:Key=\"Activities\">");
}

void
sc_xaml_writer_close_activities (ScXamlWriter *self)
{
  sc_xaml_writer_close (self, "sco:Collection");
}

void
sc_xaml_writer_no_activities (ScXamlWriter *self)
{
  sc_xaml_writer_line (self,
                       "<sco:Collection x:TypeArguments=\"Activity\" x:Key=\"Activities\" />");
}

void
sc_xaml_writer_open_arguments (ScXamlWriter *self)
{
  sc_xaml_writer_open (self, "<mxswa:ActivityReference.Arguments>");
}

void
sc_xaml_writer_close_arguments (ScXamlWriter *self)
{
  sc_xaml_writer_close (self, "mxswa:ActivityReference.Arguments");
}

void
sc_xaml_writer_open_properties (ScXamlWriter *self)
{
  sc_xaml_writer_open (self, "<mxswa:ActivityReference.Properties>");
}

void
sc_xaml_writer_close_properties (ScXamlWriter *self)
{
  sc_xaml_writer_close (self, "mxswa:ActivityReference.Properties");
}
