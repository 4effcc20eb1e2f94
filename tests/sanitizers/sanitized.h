/* sanitized.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sanitizers are built in: gcc says so by macros, clang by features.
 */

#pragma once

#ifdef __has_feature
#define SC_HAS_FEATURE(feature) __has_feature (feature)
#else
#define SC_HAS_FEATURE(feature) 0
#endif

/* This one takes several times as much time and memory, and reserves more addresses than any limit
 * leaves. */
#if defined(__SANITIZE_ADDRESS__) || SC_HAS_FEATURE(address_sanitizer)
#define SC_ADDRESS_SANITIZER 1
#else
#define SC_ADDRESS_SANITIZER 0
#endif

/* So does this one. */
#if defined(__SANITIZE_THREAD__) || SC_HAS_FEATURE(thread_sanitizer)
#define SC_THREAD_SANITIZER 1
#else
#define SC_THREAD_SANITIZER 0
#endif
