/* hostile-shared.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include "sample-flows.h"
#include "sc-xaml.h"

/* Little that is used again and again: small in the file and small in memory, but enormous where
 * every use is written out, and slow where every use looks at all others. */

#define MEGABYTE (1024 * 1024)

/* A comparison with so many values, which are all one long constant. */
static void
make_operands (const HostileRow *row, const char *folder)
{
  g_autoptr (ScFlow) flow = sample_flow_new ("branches");
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  g_autofree char *constant = g_strnfill (MEGABYTE, '1');
  g_autoptr (GString) names = g_string_new (NULL);
  GString *text
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  hostile_append_repeated (names, row->text, row->amount);
  g_assert_cmpuint (g_string_replace (text, "100000001", constant, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "{ ConditionBranchStep27_2 }", names->str, 1), ==, 1);
  hostile_write_string (folder, row->file, text);
}

const HostileRow hostile_shared_rows[]
    = { { "operands-of-one-constant", DOOR_DOCUMENT, "a.xaml", make_operands,
          "{ |ConditionBranchStep27_2, |ConditionBranchStep27_2 }", 20 * 1000, "do not fit" },
        { NULL } };
