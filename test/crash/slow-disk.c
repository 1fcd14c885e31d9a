/* Preloaded into the gateway: makes its disk slow or broken when a test says so, and notes each call.
 *
 * SLOW_DISK_CONTROL names a file with at most one line, read at each call:
 *     <what> delay <milliseconds>      <what> fail <errno>
 * where <what> is `sync` (fdatasync, fsync, msync) or `write` (pwrite, pwritev, write, writev on a store).
 * SLOW_DISK_LOG names a file that gets a line for each call on a file called data.mdb:
 *     <begin> <end> <call> <result>
 * in nanoseconds of CLOCK_MONOTONIC. A `meta` call is a write to a descriptor with O_DSYNC: LMDB's last of a commit.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static long long now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (long long)t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int is_store(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 8) return 0;
  path[length] = 0;
  return strcmp(path + length - 8, "data.mdb") == 0;
}

/* Sleeps as told; returns the errno to fail with, or 0. */
static int told(const char *what) {
  const char *file = getenv("SLOW_DISK_CONTROL");
  if (!file) return 0;
  int fd = open(file, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char line[128] = {0};
  ssize_t length = read(fd, line, sizeof line - 1);
  close(fd);
  char kind[32], action[32];
  int value;
  if (length <= 0 || sscanf(line, "%31s %31s %d", kind, action, &value) != 3) return 0;
  if (strcmp(kind, what) != 0) return 0;
  if (strcmp(action, "fail") == 0) return value;
  struct timespec wait = {value / 1000, (value % 1000) * 1000000L};
  nanosleep(&wait, NULL);
  return 0;
}

static void noted(long long begin, const char *call, long result) {
  const char *file = getenv("SLOW_DISK_LOG");
  if (!file) return;
  char line[128];
  int length = snprintf(line, sizeof line, "%lld %lld %s %ld\n", begin, now_ns(), call, result);
  int fd = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return;
  static ssize_t (*real_write)(int, const void *, size_t);
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  if (real_write(fd, line, length) < 0) perror("slow-disk");
  close(fd);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int sync_as_told(int (*real)(int), int fd, const char *call) {
  if (!is_store(fd)) return real(fd);
  long long begin = now_ns();
  int failure = told("sync");
  int result = failure ? -1 : real(fd);
  noted(begin, call, result);
  if (failure) errno = failure;
  return result;
}

int fdatasync(int fd) { REAL(fdatasync); return sync_as_told(real, fd, "fdatasync"); }
int fsync(int fd) { REAL(fsync); return sync_as_told(real, fd, "fsync"); }

int msync(void *at, size_t length, int flags) {
  REAL(msync);
  long long begin = now_ns();
  int failure = told("sync");
  int result = failure ? -1 : real(at, length, flags);
  noted(begin, "msync", result);
  if (failure) errno = failure;
  return result;
}

#define WRITE(name, parameters, ...)                                                   \
  ssize_t name parameters {                                                            \
    REAL(name);                                                                        \
    if (!is_store(fd)) return real(__VA_ARGS__);                                       \
    long long begin = now_ns();                                                        \
    int failure = told("write");                                                       \
    ssize_t result = failure ? -1 : real(__VA_ARGS__);                                 \
    int saved = errno;                                                                 \
    noted(begin, (fcntl(fd, F_GETFL) & O_DSYNC) ? "meta" : "write", (long)result);     \
    errno = failure ? failure : saved;                                                 \
    return result;                                                                     \
  }

WRITE(pwrite, (int fd, const void *from, size_t length, off_t at), fd, from, length, at)
WRITE(pwrite64, (int fd, const void *from, size_t length, off64_t at), fd, from, length, at)
WRITE(pwritev, (int fd, const struct iovec *parts, int count, off_t at), fd, parts, count, at)
WRITE(pwritev64, (int fd, const struct iovec *parts, int count, off64_t at), fd, parts, count, at)
WRITE(write, (int fd, const void *from, size_t length), fd, from, length)
WRITE(writev, (int fd, const struct iovec *parts, int count), fd, parts, count)
