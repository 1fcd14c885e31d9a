// An LD_PRELOAD shim: every flush takes as long as CAUSEWAY_SYNC_US says, whatever the disk does, and is not done.
// LMDB flushes its data with fdatasync and writes its meta page through a file that is opened with O_DSYNC; that
// page's flush is counted in the same fixed time.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/types.h>
#include <time.h>

static int wait_fixed(void) {
  static long us = -1;
  if (us < 0) us = getenv("CAUSEWAY_SYNC_US") == NULL ? 0 : atol(getenv("CAUSEWAY_SYNC_US"));
  struct timespec left = {us / 1000000, us % 1000000 * 1000};
  // Until a given instant: the kernel's timer slack does not add up.
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  at.tv_sec += left.tv_sec;
  at.tv_nsec += left.tv_nsec;
  if (at.tv_nsec >= 1000000000) at.tv_sec++, at.tv_nsec -= 1000000000;
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
  return 0;
}

int fdatasync(int fd) {
  (void)fd;
  return wait_fixed();
}

int fsync(int fd) {
  (void)fd;
  return wait_fixed();
}

static mode_t mode_of(int flags, va_list rest) {
  return flags & (O_CREAT | O_TMPFILE) ? (mode_t)va_arg(rest, int) : 0;
}

#define OPEN(name)                                                              \
  int name(const char *path, int flags, ...) {                                  \
    static int (*real)(const char *, int, ...);                                 \
    if (real == NULL) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
    va_list rest;                                                               \
    va_start(rest, flags);                                                      \
    mode_t mode = mode_of(flags, rest);                                         \
    va_end(rest);                                                               \
    return real(path, flags & ~O_SYNC, mode);                                   \
  }

OPEN(open)
OPEN(open64)
