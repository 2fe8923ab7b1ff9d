#pragma once
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
