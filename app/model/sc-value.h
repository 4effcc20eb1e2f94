/* sc-value.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Everything Stagecraft knows about a solution is a value: a plain struct that is counted and,
 * once it is shared, never changes.
 *
 * A function that makes a value returns it unshared, as a pointer that is not const: a *draft*.
 * The macros below fill a draft; they refuse (with a critical warning) to touch a value that
 * somebody else holds a reference to. Everybody else takes `const` pointers. Counting is atomic,
 * so a worker thread may hold a reference and read without a lock.
 *
 * A type describes its fields once, in its ScValueClass; copying, freeing and comparing follow
 * from that description. */

typedef enum
{
  SC_FIELD_STRING, /* const char *, nullable */
  SC_FIELD_VALUE,  /* pointer to a value or to an ScList, nullable */
  SC_FIELD_INT     /* int, gboolean or an enumeration */
} ScFieldKind;

typedef struct
{
  const char *name;
  ScFieldKind kind;
  gsize offset;
} ScField;

typedef struct
{
  const char *name;
  gsize size;
  const ScField *fields; /* ends with a field that has no name */
} ScValueClass;

/* The first member of every value. Private to sc-value.c and sc-list.c. */
typedef struct
{
  const ScValueClass *klass;
  gatomicrefcount refs;
} ScValue;

gpointer sc_value_new (const ScValueClass *klass);
gpointer sc_value_copy (gconstpointer value);
gpointer sc_value_ref (gconstpointer value);
void sc_value_unref (gpointer value);
gboolean sc_value_equal (gconstpointer a, gconstpointer b);
gboolean sc_value_is_draft (gconstpointer value);

/* For those who go through the fields of values whatever their type. */
const ScValueClass *sc_value_get_class (gconstpointer value);
const char *sc_value_get_string (gconstpointer value, const ScField *field);
gconstpointer sc_value_get_value (gconstpointer value, const ScField *field);
int sc_value_get_int (gconstpointer value, const ScField *field);
/* a and b are of one class; deep. */
gboolean sc_value_equal_field (gconstpointer a, gconstpointer b, const ScField *field);
void sc_value_set_value (gpointer draft, const ScField *field, gconstpointer value);
void sc_value_copy_field (gpointer draft, gconstpointer from, const ScField *field);

void sc_value_assign_string (gpointer draft, const char **field, const char *text);
void sc_value_share_string (gpointer draft, const char **field, const char *text);
void sc_value_assign_value (gpointer draft, gpointer field, gconstpointer value);
void sc_value_take_value (gpointer draft, gpointer field, gpointer value);

/* sc_set_string (draft, field, text): copies text, which may be NULL. */
#define sc_set_string(draft, field, text) sc_value_assign_string ((draft), &(draft)->field, (text))

/* sc_share_string (draft, field, text): text is a field of another value, or NULL; both then hold
 * the same string. */
#define sc_share_string(draft, field, text) sc_value_share_string ((draft), &(draft)->field, (text))

/* sc_set_value (draft, field, value): takes a reference of its own. */
#define sc_set_value(draft, field, value) sc_value_assign_value ((draft), &(draft)->field, (value))

/* sc_take_value (draft, field, value): takes over the caller's reference. */
#define sc_take_value(draft, field, value) sc_value_take_value ((draft), &(draft)->field, (value))

#define SC_FIELD(Type, kind, field)            \
  {                                            \
#field, kind, G_STRUCT_OFFSET(Type, field) \
  }
#define SC_FIELD_END      \
  {                       \
    NULL, SC_FIELD_INT, 0 \
  }

/* Declares for a type: _new (an empty draft), _copy (a draft that shares every field), _ref,
 * _unref and _equal (deep; the same pointer is equal at once). */
#define SC_DECLARE_VALUE(Type, prefix)                                 \
  extern const ScValueClass prefix##_class;                            \
  static inline Type *prefix##_new (void)                              \
  {                                                                    \
    return (Type *) sc_value_new (&prefix##_class);                    \
  }                                                                    \
  static inline Type *prefix##_copy (const Type *self)                 \
  {                                                                    \
    return (Type *) sc_value_copy (self);                              \
  }                                                                    \
  static inline Type *prefix##_ref (const Type *self)                  \
  {                                                                    \
    return (Type *) sc_value_ref (self);                               \
  }                                                                    \
  static inline void prefix##_unref (Type *self)                       \
  {                                                                    \
    sc_value_unref (self);                                             \
  }                                                                    \
  static inline gboolean prefix##_equal (const Type *a, const Type *b) \
  {                                                                    \
    return sc_value_equal (a, b);                                      \
  }                                                                    \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_unref)

G_END_DECLS
