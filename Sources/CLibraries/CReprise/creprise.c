#define _GNU_SOURCE
#include "creprise.h"
#include <errno.h>
#include <fcntl.h>
#include <gnu/libc-version.h>
#include <stdlib.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

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

static volatile int interrupt_file = -1;

static void on_interrupt(int signal) {
  int saved = errno;
  uint64_t one = 1;
  if (write(interrupt_file, &one, sizeof one) < 0) _exit(128 + signal);
  errno = saved;
}

int rp_notify_on_interrupt(int file) {
  interrupt_file = file;
  struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESETHAND | SA_RESTART};
  sigemptyset(&action.sa_mask);
  if (sigaction(SIGINT, &action, NULL) != 0 || sigaction(SIGTERM, &action, NULL) != 0) return errno;
  // A parent that starts programs from a thread without signals hands its mask down.
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGINT);
  sigaddset(&both, SIGTERM);
  return pthread_sigmask(SIG_UNBLOCK, &both, NULL);
}

extern char **environ;
char **rp_environment(void) { return environ; }

int rp_pipe(int files[2]) { return pipe2(files, O_CLOEXEC) == 0 ? 0 : errno; }
int rp_event_file(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
int rp_close_from(posix_spawn_file_actions_t *actions, int lowest) {
  return posix_spawn_file_actions_addclosefrom_np(actions, lowest);
}
const char *rp_libc_version(void) { return gnu_get_libc_version(); }
