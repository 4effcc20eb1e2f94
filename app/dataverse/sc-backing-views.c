/* sc-backing-views.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

#include "sc-derived-id.h"

typedef enum
{
  ALL,      /* whatever the state */
  ACTIVE,   /* statecode 0 */
  INACTIVE, /* statecode 1 */
  ANY       /* no filter at all */
} Filter;

/* savedquery.querytype, as Microsoft Learn lists it ("SavedQueryQueryType"). */
typedef enum
{
  TYPE_MAIN = 0,
  TYPE_ADVANCED_FIND = 1,
  TYPE_ASSOCIATED = 2,
  TYPE_QUICK_FIND = 4,
  TYPE_LOOKUP = 64,
  TYPE_OUTLOOK = 8192 /* default filter for synchronisation */
} Type;

typedef struct
{
  const char *purpose; /* what its id is derived from */
  const char *name;    /* "%" stands for the flow */
  Type type;
  Filter filter;
  gboolean is_default;
  gboolean mine; /* only flows on rows that the reader owns */
} View;

/* In the order of the server. */
static const View views[] = {
  { "view/my-active", "Active % on my ", TYPE_MAIN, ACTIVE, TRUE, TRUE },
  { "view/active", "Active %", TYPE_MAIN, ACTIVE, FALSE, FALSE },
  { "view/all", "All %", TYPE_MAIN, ALL, FALSE, FALSE },
  { "view/my-inactive", "Inactive % on my ", TYPE_MAIN, INACTIVE, FALSE, TRUE },
  { "view/inactive", "Inactive %", TYPE_MAIN, INACTIVE, FALSE, FALSE },
  { "view/advanced-find", "% Advanced Find View", TYPE_ADVANCED_FIND, ANY, TRUE, FALSE },
  { "view/associated", "% Associated View", TYPE_ASSOCIATED, ACTIVE, TRUE, FALSE },
  { "view/lookup", "% Lookup View", TYPE_LOOKUP, ACTIVE, TRUE, FALSE },
  { "view/outlook", "%", TYPE_OUTLOOK, ACTIVE, TRUE, FALSE },
  { "view/quick-find", "Quick Find Active %", TYPE_QUICK_FIND, ACTIVE, TRUE, FALSE },
};

static gboolean
can_be_mine (const ScBacking *self)
{
  const char *primary = sc_backing_get_primary_table (self);

  return primary != NULL && sc_backing_table_has_owner (self, primary);
}

static gboolean
has_view (const ScBacking *self, const View *view)
{
  return !view->mine || can_be_mine (self);
}

guint
sc_backing_count_views (const ScBacking *self)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    count += has_view (self, &views[i]) ? 1 : 0;
  return count;
}

static const View *
get_view (const ScBacking *self, guint position)
{
  guint i = 0;

  while (!has_view (self, &views[i]) || position-- > 0)
    {
      i++;
      g_assert (i < G_N_ELEMENTS (views));
    }
  return &views[i];
}

char *
sc_backing_get_view_id (const ScBacking *self, guint view)
{
  return sc_derived_id_new (self->flow->id, get_view (self, view)->purpose);
}

/* Every table has one default among its main views. */
static gboolean
is_default (const ScBacking *self, const View *view)
{
  return view->is_default || (view == get_view (self, 0) && !view->mine);
}

static char *
make_name (const ScBacking *self, const View *view)
{
  g_auto (GStrv) parts = g_strsplit (view->name, "%", 2);
  g_autofree char *name = g_strjoinv (self->title, parts);
  g_autofree char *plural = NULL;

  if (!view->mine)
    return g_steal_pointer (&name);
  plural = sc_backing_get_table_plural (self, sc_backing_get_primary_table (self));
  return g_strconcat (name, plural, NULL);
}

static void
write_cell (ScMarkup *markup, const char *column, guint width)
{
  sc_markup_line (markup, "<cell name=\"%a\" width=\"%u\" />", column, width);
}

static void
write_layout (const ScBacking *self, ScMarkup *markup, const View *view, const char *lookup)
{
  gboolean related = view->type == TYPE_ASSOCIATED || view->type == TYPE_LOOKUP;
  g_autofree char *set_name = sc_backing_make_plural (self->name);

  sc_markup_open (markup, "<layoutxml>");
  sc_markup_open (markup,
                  "<grid name=\"%a\" jump=\"bpf_name\" select=\"1\" icon=\"1\" preview=\"%s\">",
                  related ? set_name : "resultset", view->type == TYPE_LOOKUP ? "0" : "1");
  sc_markup_open (markup, "<row name=\"%a\" id=\"" SC_BACKING_KEY "\">",
                  related ? self->name : "result");
  if (lookup != NULL)
    write_cell (markup, lookup, 300);
  write_cell (markup, "activestageid", 150);
  write_cell (markup, "statuscode", 150);
  write_cell (markup, "createdon", 150);
  if (view->filter == INACTIVE)
    write_cell (markup, SC_BACKING_DURATION, 150);
  write_cell (markup, "processid", 300);
  sc_markup_close (markup, "row");
  sc_markup_close (markup, "grid");
  sc_markup_close (markup, "layoutxml");
}

static void
write_attribute (ScMarkup *markup, const char *column)
{
  sc_markup_line (markup, "<attribute name=\"%a\" />", column);
}

static void
write_columns (ScMarkup *markup, const View *view, const char *lookup)
{
  write_attribute (markup, SC_BACKING_KEY);
  if (view->type == TYPE_OUTLOOK)
    return;
  write_attribute (markup, "bpf_name");
  write_attribute (markup, "createdon");
  if (lookup != NULL)
    write_attribute (markup, lookup);
  write_attribute (markup, "activestageid");
  write_attribute (markup, "statecode");
  write_attribute (markup, "statuscode");
  write_attribute (markup, "createdby");
  if (view->filter == INACTIVE)
    write_attribute (markup, SC_BACKING_DURATION);
  write_attribute (markup, "processid");
  if (view->type != TYPE_LOOKUP)
    sc_markup_line (markup, "<order attribute=\"bpf_name\" descending=\"false\" />");
}

static void
write_filter (ScMarkup *markup, Filter filter)
{
  if (filter == ANY)
    return;
  sc_markup_open (markup, "<filter type=\"and\">");
  if (filter == ALL)
    sc_markup_line (markup, "<condition attribute=\"statecode\" operator=\"not-null\" />");
  else
    sc_markup_line (markup, "<condition attribute=\"statecode\" operator=\"eq\" value=\"%s\" />",
                    filter == ACTIVE ? "0" : "1");
  sc_markup_close (markup, "filter");
}

/* The columns that quick find searches. */
static void
write_search (ScMarkup *markup, const char *lookup)
{
  const char *const columns[] = { "bpf_name", lookup, "activestageid" };

  sc_markup_open (markup, "<filter type=\"or\" isquickfindfields=\"1\">");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i] != NULL)
      sc_markup_line (markup, "<condition attribute=\"%a\" operator=\"like\" value=\"{0}\" />",
                      columns[i]);
  sc_markup_close (markup, "filter");
}

static void
write_owner (const ScBacking *self, ScMarkup *markup, const char *lookup)
{
  const char *table = sc_backing_get_primary_table (self);
  g_autofree char *key = sc_backing_get_table_key (self, table);

  sc_markup_open (markup,
                  "<link-entity name=\"%a\" from=\"%a\" to=\"%a\" alias=\"bpfPrimaryEntity\">",
                  table, key, lookup);
  sc_markup_open (markup, "<filter type=\"and\">");
  sc_markup_line (markup, "<condition attribute=\"ownerid\" operator=\"eq-userid\" />");
  sc_markup_close (markup, "filter");
  sc_markup_close (markup, "link-entity");
}

static void
write_query (const ScBacking *self, ScMarkup *markup, const View *view, const char *lookup)
{
  sc_markup_open (markup, "<fetchxml>");
  sc_markup_open (markup, "<fetch version=\"1.0\" mapping=\"logical\"%s>",
                  view->type == TYPE_OUTLOOK ? " output-format=\"xml-platform\"" : "");
  sc_markup_open (markup, "<entity name=\"%a\">", self->name);
  write_columns (markup, view, lookup);
  write_filter (markup, view->filter);
  if (view->type == TYPE_QUICK_FIND)
    write_search (markup, lookup);
  if (view->mine)
    write_owner (self, markup, lookup);
  sc_markup_close (markup, "entity");
  sc_markup_close (markup, "fetch");
  sc_markup_close (markup, "fetchxml");
}

void
sc_backing_add_view (const ScBacking *self, ScMarkup *markup, guint position)
{
  const View *view = get_view (self, position);
  const char *primary = sc_backing_get_primary_table (self);
  g_autofree char *lookup = primary != NULL ? sc_backing_get_lookup (self, primary) : NULL;
  g_autofree char *id = sc_backing_get_view_id (self, position);
  g_autofree char *name = make_name (self, view);

  sc_markup_open (markup, "<savedquery>");
  sc_markup_text (markup, "IsCustomizable", "1");
  sc_markup_text (markup, "CanBeDeleted", view->type == TYPE_OUTLOOK ? "1" : "0");
  sc_markup_text (markup, "isquickfindquery", view->type == TYPE_QUICK_FIND ? "1" : "0");
  sc_markup_text (markup, "isprivate", "0");
  sc_markup_text (markup, "isdefault", is_default (self, view) ? "1" : "0");
  sc_markup_line (markup, "<savedqueryid>%i</savedqueryid>", id);
  if (view->type != TYPE_OUTLOOK)
    write_layout (self, markup, view, lookup);
  sc_markup_line (markup, "<querytype>%d</querytype>", view->type);
  write_query (self, markup, view, lookup);
  sc_markup_text (markup, "IntroducedVersion", SC_BACKING_VERSION);
  sc_markup_description (markup, "LocalizedNames", "LocalizedName", name, self->language);
  if (view->type == TYPE_OUTLOOK)
    {
      g_autofree char *description = g_strconcat ("All active ", self->title, NULL);

      sc_markup_description (markup, "Descriptions", "Description", description, self->language);
    }
  sc_markup_close (markup, "savedquery");
}

GBytes *
sc_backing_write_view_file (const ScBacking *self, guint view)
{
  ScMarkup markup = SC_MARKUP_INIT (0);

  sc_markup_open (&markup, "<savedqueries" SC_MARKUP_XSI ">");
  sc_backing_add_view (self, &markup, view);
  sc_markup_close (&markup, "savedqueries");
  return sc_markup_finish_file (&markup);
}
