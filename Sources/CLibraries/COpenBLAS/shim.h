#pragma once
#include <cblas.h>

/// Exported by OpenBLAS with threads, though in none of its headers; not there in a serial build.
int blas_thread_shutdown_(void) __attribute__((weak));

/// Ends the threads that OpenBLAS starts when it is loaded; it starts them again at the first parallel call, if ever.
static inline void rp_openblas_end_threads(void) {
  if (blas_thread_shutdown_) blas_thread_shutdown_();
}
