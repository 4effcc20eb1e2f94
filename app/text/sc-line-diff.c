/* sc-line-diff.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-line-diff.h"

#include <string.h>

/* Above that many lines that differ nobody reads on, and the search would take memory with the
 * square of it: what is left is then all removed and all added. */
#define MAX_DIFFERENCE 800

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  char **lines;
  int n;
} Text;

static void
clear_text (Text *self)
{
  g_strfreev (self->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

static Text
read_text (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *valid = NULL;
  Text text;

  if (size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  while (size > 0 && (data[size - 1] == '\n' || data[size - 1] == '\r'))
    size--;
  valid = g_utf8_make_valid (data != NULL ? data : "", (gssize) size);
  text.lines = g_strsplit (valid, "\n", -1);
  text.n = (int) g_strv_length (text.lines);
  for (int i = 0; i < text.n; i++)
    {
      gsize length = strlen (text.lines[i]);

      if (length > 0 && text.lines[i][length - 1] == '\r')
        text.lines[i][length - 1] = '\0';
    }
  return text;
}

/* The two texts while they are compared: flags say which lines are in one only. */
typedef struct
{
  const Text *a, *b;
  gboolean *removed, *added;
} Comparison;

static gboolean
is_same (const Comparison *self, int x, int y)
{
  return g_str_equal (self->a->lines[x], self->b->lines[y]);
}

/* Walks back through the furthest points of every round (see find_path()) and flags the steps that
 * are no diagonals. */
static void
flag_path (Comparison *self, GPtrArray *rounds, int x0, int y0, int x, int y)
{
  for (int d = (int) rounds->len - 1; d > 0; d--)
    {
      const int *last = (const int *) g_ptr_array_index (rounds, (guint) d - 1) + d;
      int k = x - y;
      gboolean down = k == -d || (k != d && last[k - 1] < last[k + 1]);
      int from = down ? k + 1 : k - 1;
      int from_x = last[from];
      int from_y = from_x - from;

      if (down)
        self->added[y0 + from_y] = TRUE;
      else
        self->removed[x0 + from_x] = TRUE;
      x = from_x;
      y = from_y;
    }
}

/* Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): on every diagonal k
 * the furthest point that d steps reach. Row d has the diagonals from -d-1 to d+1, of which the
 * outer ones are never reached. FALSE when the texts differ in too much. */
static gboolean
find_path (Comparison *self, int x0, int y0, int n, int m)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);

  for (int d = 0; d <= MIN (n + m, MAX_DIFFERENCE); d++)
    {
      int *row = g_new (int, 2 * (gsize) d + 3);
      int *reached = row + d + 1;
      const int *last = d > 0 ? (const int *) g_ptr_array_index (rounds, (guint) d - 1) + d : NULL;

      row[0] = row[2 * d + 2] = -1;
      g_ptr_array_add (rounds, row);
      for (int k = -d; k <= d; k++)
        reached[k] = -1;
      for (int k = -d; k <= d; k += 2)
        {
          int x = 0, y;

          if (d > 0)
            x = k == -d || (k != d && last[k - 1] < last[k + 1]) ? last[k + 1] : last[k - 1] + 1;
          y = x - k;
          while (x < n && y < m && x >= 0 && y >= 0 && is_same (self, x0 + x, y0 + y))
            {
              x++;
              y++;
            }
          reached[k] = x;
          if (x >= n && y >= m)
            {
              flag_path (self, rounds, x0, y0, n, m);
              return TRUE;
            }
        }
    }
  return FALSE;
}

static void
compare (Comparison *self)
{
  int n = self->a->n, m = self->b->n, start = 0;

  while (start < n && start < m && is_same (self, start, start))
    start++;
  while (n > start && m > start && is_same (self, n - 1, m - 1))
    {
      n--;
      m--;
    }
  if (find_path (self, start, start, n - start, m - start))
    return;
  for (int i = start; i < n; i++)
    self->removed[i] = TRUE;
  for (int i = start; i < m; i++)
    self->added[i] = TRUE;
}

static void
free_line (gpointer data)
{
  ScDiffLine *line = data;

  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}

static void
add_line (GPtrArray *lines, ScLineKind kind, int position, const char *text)
{
  ScDiffLine *line = g_new (ScDiffLine, 1);

  line->kind = kind;
  line->number = (guint) (position + 1);
  line->text = g_strdup (text);
  g_ptr_array_add (lines, line);
}

/* One line of the result before lines without interest are left out: a step through both texts. */
static GPtrArray *
list_all (const Comparison *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  int x = 0, y = 0;

  while (x < self->a->n || y < self->b->n)
    {
      if (x < self->a->n && self->removed[x])
        add_line (lines, SC_LINE_REMOVED, x, self->a->lines[x]);
      else if (y < self->b->n && self->added[y])
        add_line (lines, SC_LINE_ADDED, y, self->b->lines[y]);
      else
        add_line (lines, SC_LINE_SAME, x, self->a->lines[x]);
      y += !(x < self->a->n && self->removed[x]);
      x += ((const ScDiffLine *) g_ptr_array_index (lines, lines->len - 1))->kind != SC_LINE_ADDED;
    }
  return lines;
}

/* TRUE for what differs and what is near enough to it. */
static gboolean *
find_interesting (const GPtrArray *lines, guint context)
{
  gboolean *interesting = g_new0 (gboolean, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    {
      const ScDiffLine *line = lines->pdata[i];
      guint first = i > context ? i - context : 0;

      if (line->kind == SC_LINE_SAME)
        continue;
      for (guint j = first; j < lines->len && j <= i + context; j++)
        interesting[j] = TRUE;
    }
  return interesting;
}

static GPtrArray *
shorten (GPtrArray *all, guint context, guint max_lines)
{
  g_autofree gboolean *interesting = find_interesting (all, context);
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  gboolean in_gap = FALSE;

  for (guint i = 0; i < all->len && lines->len <= max_lines; i++)
    {
      gboolean is_last = lines->len == max_lines;

      if (interesting[i] && !is_last)
        g_ptr_array_add (lines, g_steal_pointer (&all->pdata[i]));
      else if (!in_gap)
        add_line (lines, SC_LINE_GAP, -1, NULL);
      in_gap = !interesting[i] || is_last;
    }
  return lines;
}

GPtrArray *
sc_line_diff (GBytes *before, GBytes *after, guint context, guint max_lines)
{
  g_auto (Text) a = read_text (before);
  g_auto (Text) b = read_text (after);
  g_autofree gboolean *removed = g_new0 (gboolean, (gsize) a.n + 1);
  g_autofree gboolean *added = g_new0 (gboolean, (gsize) b.n + 1);
  Comparison comparison = { &a, &b, removed, added };
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *lines;

  compare (&comparison);
  all = list_all (&comparison);
  lines = shorten (all, context, max_lines);
  /* Nothing but a gap: nothing differs. */
  if (lines->len == 1 && ((const ScDiffLine *) g_ptr_array_index (lines, 0))->kind == SC_LINE_GAP)
    g_ptr_array_set_size (lines, 0);
  return lines;
}
