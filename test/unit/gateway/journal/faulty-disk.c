/* Interposed over fdatasync, fsync and the writes of a process: fails or hangs while a trigger file is there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int fault(const char *what) {
  const char *folder = getenv("FAULTS");
  char path[512];
  if (folder == NULL || strlen(folder) > 400) return 0;
  strcpy(path, folder);
  strcat(path, "/");
  strcat(path, what);
  return access(path, F_OK) == 0;
}

static int flush(int fd, const char *name) {
  int (*real)(int) = dlsym(RTLD_NEXT, name);
  while (fault("hang")) usleep(10000);
  if (fault("flush-eio")) {
    errno = EIO;
    return -1;
  }
  return real(fd);
}

int fdatasync(int fd) { return flush(fd, "fdatasync"); }
int fsync(int fd) { return flush(fd, "fsync"); }

static int refused(void) {
  if (fault("write-eio")) errno = EIO;
  else if (fault("write-enospc")) errno = ENOSPC;
  else return 0;
  return 1;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite");
  return refused() ? -1 : real(fd, bytes, length, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
  ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite64");
  return refused() ? -1 : real(fd, bytes, length, at);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  ssize_t (*real)(int, const struct iovec *, int, off_t) = dlsym(RTLD_NEXT, "pwritev");
  return refused() ? -1 : real(fd, parts, count, at);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) {
  ssize_t (*real)(int, const struct iovec *, int, off_t) = dlsym(RTLD_NEXT, "pwritev64");
  return refused() ? -1 : real(fd, parts, count, at);
}
