#pragma once
#include <spawn.h>
#include <stdint.h>
#include <stddef.h>
#include <cmark-gfm.h>
#include <hb.h>
#include <sqlite3.h>

/// Function-like macros and run-time globals of the C libraries, which Swift cannot import.
static inline hb_tag_t rp_hb_tag(uint8_t a, uint8_t b, uint8_t c, uint8_t d) { return HB_TAG(a, b, c, d); }

/// Node types that cmark-gfm's extensions register when they are loaded.
cmark_node_type rp_cmark_table(void);
cmark_node_type rp_cmark_table_row(void);
cmark_node_type rp_cmark_table_cell(void);
cmark_node_type rp_cmark_strikethrough(void);

/// SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
static inline sqlite3_destructor_type rp_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Limits the address space of the calling process; returns 0, or errno.
int rp_limit_address_space(uint64_t bytes);
/// Limits the size of core files of the calling process to zero; returns 0, or errno.
int rp_disable_core_files(void);
/// Asks the kernel to send SIGKILL to this process when its parent dies; returns 0, or errno.
int rp_die_with_parent(void);
/// Writes to an eventfd at the first SIGINT or SIGTERM; the second has its default effect. Returns 0, or errno.
int rp_notify_on_interrupt(int file);
/// The environment of this process, NULL-terminated.
char **rp_environment(void);
/// A pipe that is not inherited by other programs; returns 0, or errno.
int rp_pipe(int files[2]);
/// An eventfd that is not inherited and never blocks; -1 if there is none.
int rp_event_file(void);
/// Lets a program to be spawned close all files from the lowest on; returns 0, or an error's number.
int rp_close_from(posix_spawn_file_actions_t *actions, int lowest);
/// The version of the C library, e.g. "2.36".
const char *rp_libc_version(void);
