#include "creprise.h"
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

cmark_node_type rp_cmark_table(void) { return CMARK_NODE_TABLE; }
cmark_node_type rp_cmark_table_row(void) { return CMARK_NODE_TABLE_ROW; }
cmark_node_type rp_cmark_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
cmark_node_type rp_cmark_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

int rp_limit_address_space(uint64_t bytes) {
  struct rlimit limit = {.rlim_cur = bytes, .rlim_max = bytes};
  return setrlimit(RLIMIT_AS, &limit) == 0 ? 0 : errno;
}

int rp_disable_core_files(void) {
  struct rlimit limit = {.rlim_cur = 0, .rlim_max = 0};
  return setrlimit(RLIMIT_CORE, &limit) == 0 ? 0 : errno;
}

int rp_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno; }
