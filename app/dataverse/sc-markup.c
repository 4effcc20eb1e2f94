/* sc-markup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-markup.h"

#include <string.h>

#include "sc-extent.h"
#include "sc-id.h"
#include "sc-splice.h"

#define INDENT      2
#define DECLARATION "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

static void
start_line (ScMarkup *self)
{
  if (self->text->len == 0)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth * INDENT; i++)
    g_string_append_c (self->text, ' ');
}

/* What is no id is written as it is: that is for validation to see. */
static void
append_id (GString *text, const char *id)
{
  g_autofree char *plain = sc_id_normalize (id);

  g_string_append_c (text, '{');
  sc_text_append_escaped (text, plain != NULL ? plain : id, TRUE);
  g_string_append_c (text, '}');
}

/* NOLINTBEGIN(clang-analyzer-valist.Uninitialized): handed on as a pointer, it has begun. */
static void
append_argument (GString *text, char directive, va_list *arguments)
{
  switch (directive)
    {
    case 'u':
      g_string_append_printf (text, "%u", va_arg (*arguments, guint));
      break;
    case 'd':
      g_string_append_printf (text, "%d", va_arg (*arguments, int));
      break;
    case 'a':
      sc_text_append_escaped (text, va_arg (*arguments, const char *), TRUE);
      break;
    case 't':
      sc_text_append_escaped (text, va_arg (*arguments, const char *), FALSE);
      break;
    case 'i':
      append_id (text, va_arg (*arguments, const char *));
      break;
    default:
      g_string_append (text, va_arg (*arguments, const char *));
      break;
    }
}
/* NOLINTEND(clang-analyzer-valist.Uninitialized) */

/* "%%" stands for a percent sign. */
static void
append_line (ScMarkup *self, const char *format, va_list *arguments)
{
  start_line (self);
  for (const char *directive; (directive = strchr (format, '%')) != NULL; format = directive + 2)
    {
      g_string_append_len (self->text, format, directive - format);
      if (directive[1] == '%')
        g_string_append_c (self->text, '%');
      else
        append_argument (self->text, directive[1], arguments);
    }
  g_string_append (self->text, format);
}

void
sc_markup_line (ScMarkup *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  append_line (self, format, &arguments);
  va_end (arguments);
}

void
sc_markup_open (ScMarkup *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  append_line (self, format, &arguments);
  va_end (arguments);
  self->depth++;
}

void
sc_markup_close (ScMarkup *self, const char *tag)
{
  self->depth--;
  sc_markup_line (self, "</%s>", tag);
}

void
sc_markup_text (ScMarkup *self, const char *tag, const char *text)
{
  sc_markup_line (self, "<%s>%t</%s>", tag, text, tag);
}

void
sc_markup_elements (ScMarkup *self, const char *const *elements)
{
  for (; *elements != NULL; elements++)
    {
      const char *equals = strchr (*elements, '=');
      g_autofree char *tag = NULL;

      if (equals == NULL)
        {
          sc_markup_line (self, "<%s />", *elements);
          continue;
        }
      tag = sc_extent_copy (*elements, equals);
      sc_markup_text (self, tag, equals + 1);
    }
}

static void
write_label (ScMarkup *self, const char *element, const char *text, int language)
{
  sc_markup_line (self, "<%s description=\"%a\" languagecode=\"%d\" />", element, text, language);
}

void
sc_markup_description (
    ScMarkup *self, const char *container, const char *element, const char *text, int language)
{
  sc_markup_open (self, "<%s>", container);
  write_label (self, element, text, language);
  sc_markup_close (self, container);
}

void
sc_markup_labels (ScMarkup *self,
                  const char *container,
                  const char *element,
                  const ScList *labels,
                  const char *fallback,
                  int language)
{
  if (labels == NULL)
    {
      sc_markup_description (self, container, element, fallback, language);
      return;
    }
  sc_markup_open (self, "<%s>", container);
  sc_list_foreach (labels, const ScLabel *, label)
    {
      write_label (self, element, label->text != NULL ? label->text : "", label->language);
    }
  sc_markup_close (self, container);
}

char *
sc_markup_finish (ScMarkup *self)
{
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

GBytes *
sc_markup_finish_file (ScMarkup *self)
{
  g_string_prepend (self->text, DECLARATION);
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
