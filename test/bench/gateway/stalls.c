// How still a machine stands: a thread on each core that does nothing but look at the clock, for so many seconds.
//
//   stalls SECONDS    says "N STALLED LONGEST": how often one of them was kept from its core for more than half a
//                     millisecond, for how many milliseconds in all, and at most
//
// What is found is the hypervisor's, the kernel's and the neighbours': nobody's p99 is better than the machine's.
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define CORES 64
#define STALL_MS 0.5

struct core {
  int number;
  long stalls;
  double seconds, stalled, longest;
};

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void *look(void *argument) {
  struct core *core = argument;
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(core->number, &one);
  sched_setaffinity(0, sizeof one, &one);
  double last = now_ms(), until = last + core->seconds * 1e3;
  while (last < until) {
    double at = now_ms(), gap = at - last;
    last = at;
    if (gap < STALL_MS) continue;
    core->stalls++;
    core->stalled += gap;
    if (gap > core->longest) core->longest = gap;
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: stalls SECONDS\n");
    return 2;
  }
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  if (count > CORES) count = CORES;
  struct core cores[CORES] = {0};
  pthread_t threads[CORES];
  for (int i = 0; i < count; i++) {
    cores[i].number = i;
    cores[i].seconds = atof(argv[1]);
    if (pthread_create(&threads[i], NULL, look, &cores[i]) != 0) return 1;
  }
  long stalls = 0;
  double stalled = 0, longest = 0;
  for (int i = 0; i < count; i++) {
    pthread_join(threads[i], NULL);
    stalls += cores[i].stalls;
    stalled += cores[i].stalled;
    if (cores[i].longest > longest) longest = cores[i].longest;
  }
  printf("%ld %.1f %.1f\n", stalls, stalled, longest);
  return 0;
}
