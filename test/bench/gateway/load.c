// A FIX 4.4 client that costs next to nothing: sends NewOrderSingles at a given rate, open loop, and notes when
// what answers each of them came. Times are CLOCK_MONOTONIC in nanoseconds, the clock of Node's process.hrtime.
//
//   load PORT SENDER TARGET USERNAME PASSWORD SYMBOL PRICE QTY   logs on, says "logon", then takes lines:
//   run RATE COUNT WINDOW FINAL FILE
//       RATE   orders per second; 0: as many as may be unanswered, WINDOW of them
//       FINAL  the ExecType that ends an order: F where it is executed, 0 where it is only acknowledged
//       FILE   gets COUNT rows of five int64: due, sent, New, Trade, the last report; 0 where none came
//       answers "ran SENT ANSWERED REJECTED NANOSECONDS"
//   quit
//
// An order's latency counts from when it was due, not from when this program came to send it: a peer that makes
// the sender wait does not hide it. Nothing is parsed but MsgType, ClOrdID and ExecType.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER (8 << 20)
#define HEARTBEAT_S 30
#define PATIENCE_NS 20000000000LL // After the last order was sent: what has not come by then does not come.

struct row { int64_t due, sent, accepted, traded, last; };

static int sock;
static char in[BUFFER], out[BUFFER];
static size_t inLen, outLen, outAt;
static long nextSeq = 1;
static long nextOrder; // ClOrdIDs are never used twice: a process begins at the second that it starts in.
static const char *sender, *target;
static int64_t lastSentAt;

static struct row *rows;
static long base, count, answered, rejected;
static char final;
static int loggedOn;

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void fail(const char *why) {
  fprintf(stderr, "load: %s (%s)\n", why, strerror(errno));
  exit(1);
}

static void stamp(char *text) {
  static time_t day = -1;
  static char second[32];
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  if (t.tv_sec != day) {
    struct tm tm;
    day = t.tv_sec;
    gmtime_r(&day, &tm);
    strftime(second, sizeof second, "%Y%m%d-%H:%M:%S", &tm);
  }
  sprintf(text, "%s.%03ld", second, t.tv_nsec / 1000000);
}

static void flushOut(void) {
  while (outAt < outLen) {
    ssize_t n = write(sock, out + outAt, outLen - outAt);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) fail("the connection is lost");
    outAt += (size_t)n;
  }
  outAt = outLen = 0;
}

// `body` has '|' for the separator.
static void put(const char *msgType, const char *body) {
  char text[1024], time[32];
  stamp(time);
  int length = sprintf(text, "35=%s|49=%s|56=%s|34=%ld|52=%s|%s", msgType, sender, target, nextSeq++, time, body);
  if (outLen + 1200 > BUFFER) fail("too much waits for the peer");
  char *message = out + outLen;
  int size = sprintf(message, "8=FIX.4.4|9=%d|%s", length, text);
  unsigned sum = 0;
  for (int i = 0; i < size; i++) {
    if (message[i] == '|') message[i] = 1;
    sum += (unsigned char)message[i];
  }
  size += sprintf(message + size, "10=%03u\001", sum % 256);
  outLen += (size_t)size;
  lastSentAt = now();
}

static void message(const char *start, const char *end, int64_t at) {
  char msgType = 0, execType = 0;
  long order = -1;
  for (const char *field = start; field < end;) {
    const char *stop = memchr(field, 1, (size_t)(end - field));
    if (stop == NULL) break;
    if (!memcmp(field, "35=", 3)) msgType = field[3];
    else if (!memcmp(field, "150=", 4)) execType = field[4];
    else if (!memcmp(field, "11=B", 4)) order = atol(field + 4);
    else if (!memcmp(field, "112=", 4) && msgType == '1') {
      char body[128];
      snprintf(body, sizeof body, "%.*s|", (int)(stop - field), field);
      put("0", body);
    }
    field = stop + 1;
  }
  if (msgType == 'A') loggedOn = 1;
  if (msgType == '5' || msgType == '3' || msgType == 'j') {
    fprintf(stderr, "load: the peer says %.*s\n", (int)(end - start), start);
    if (msgType == '5') exit(1);
  }
  if (msgType != '8' || rows == NULL || order < base || order >= base + count) return;
  struct row *row = &rows[order - base];
  int isFirst = execType == 'F' ? row->traded == 0 : row->accepted == 0;
  row->last = at;
  if (execType == '0' && isFirst) row->accepted = at;
  if (execType == 'F' && isFirst) row->traded = at;
  if (execType == '8' && rejected++ == 0 && count > 1)
    fprintf(stderr, "load: rejected: %.*s\n", (int)(end - start), start);
  if ((execType == final && isFirst) || execType == '8') answered++;
}

static void readSome(void) {
  ssize_t n = read(sock, in + inLen, BUFFER - inLen);
  if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (n <= 0) fail("the peer has closed");
  int64_t at = now();
  inLen += (size_t)n;
  size_t from = 0;
  for (;;) {
    char *start = in + from;
    size_t left = inLen - from;
    if (left < 24) break;
    char *length = memchr(start, 1, left);
    if (length == NULL) break;
    char *rest = memchr(length + 1, 1, left - (size_t)(length + 1 - start));
    if (rest == NULL) break;
    size_t size = (size_t)(rest + 1 - start) + (size_t)atol(length + 3) + 7;
    if (left < size) break;
    message(start, start + size, at);
    from += size;
  }
  memmove(in, in + from, inLen - from);
  inLen -= from;
}

// Returns at `until`, or sooner when something came.
static void pass(int64_t until, int alsoInput) {
  struct pollfd fds[2] = {{sock, POLLIN, 0}, {0, POLLIN, 0}};
  if (outAt < outLen) fds[0].events |= POLLOUT;
  int64_t wait = until - now();
  if (wait < 0) wait = 0;
  struct timespec t = {wait / 1000000000LL, wait % 1000000000LL};
  if (ppoll(fds, alsoInput ? 2 : 1, &t, NULL) <= 0) return;
  if (fds[0].revents & (POLLIN | POLLHUP)) readSome();
  flushOut();
}

static void beat(void) {
  if (now() - lastSentAt < HEARTBEAT_S * 1000000000LL / 2) return;
  put("0", "");
  flushOut();
}

static void runOnce(const char *symbol, const char *price, const char *qty, double rate, long n, long window,
                    const char *file) {
  rows = calloc((size_t)n, sizeof *rows);
  base = nextOrder;
  count = n;
  answered = rejected = 0;
  nextOrder += n;
  long sent = 0;
  int64_t start = now() + 1000000, lastAt = 0;
  while (answered < n) {
    int64_t at = now();
    if (sent == n && at - lastAt > PATIENCE_NS) break;
    int some = 0;
    while (sent < n) {
      int64_t due = rate > 0 ? start + (int64_t)(sent * 1e9 / rate) : at;
      if (due > at || (window > 0 && sent - answered >= window)) break;
      char body[256], time[32];
      stamp(time);
      sprintf(body, "11=B%ld|55=%s|54=%c|60=%s|38=%s|40=2|44=%s|59=3|", base + sent, symbol, '1', time, qty, price);
      put("D", body);
      rows[sent].due = due;
      rows[sent].sent = at;
      sent++;
      some = 1;
      lastAt = at;
    }
    if (some) flushOut();
    int64_t next = at + 100000000LL;
    if (rate > 0 && sent < n) next = start + (int64_t)(sent * 1e9 / rate);
    pass(next, 0);
    beat();
  }
  int64_t end = now();
  FILE *f = fopen(file, "wb");
  if (f == NULL || fwrite(rows, sizeof *rows, (size_t)n, f) != (size_t)n || fclose(f) != 0) fail(file);
  printf("ran %ld %ld %ld %lld\n", sent, answered, rejected, (long long)(end - start));
  fflush(stdout);
  free(rows);
  rows = NULL;
}

int main(int argc, char **argv) {
  if (argc != 9) {
    fprintf(stderr, "usage: load PORT SENDER TARGET USERNAME PASSWORD SYMBOL PRICE QTY\n");
    return 2;
  }
  sender = argv[2];
  target = argv[3];
  nextOrder = (long)(time(NULL) % 10000000) * 1000000;
  prctl(PR_SET_TIMERSLACK, 1); // The kernel's own slack is 50 us.
  sock = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1]))};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(sock, (struct sockaddr *)&to, sizeof to) != 0) fail("cannot connect");
  int one = 1;
  setsockopt(sock, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  fcntl(sock, F_SETFL, O_NONBLOCK);
  char logon[256];
  sprintf(logon, "98=0|108=%d|141=Y|", HEARTBEAT_S);
  if (argv[4][0] != 0) sprintf(logon + strlen(logon), "553=%s|554=%s|", argv[4], argv[5]);
  put("A", logon);
  flushOut();
  for (int64_t until = now() + 10000000000LL; !loggedOn;) {
    if (now() > until) fail("no logon");
    pass(until, 0);
  }
  printf("logon\n");
  fflush(stdout);
  for (;;) {
    struct pollfd input = {0, POLLIN, 0};
    pass(now() + 1000000000LL, 1);
    beat();
    if (poll(&input, 1, 0) <= 0) continue;
    char line[512], file[400];
    double rate;
    long n, window;
    if (fgets(line, sizeof line, stdin) == NULL || !strncmp(line, "quit", 4)) return 0;
    if (sscanf(line, "run %lf %ld %ld %c %399s", &rate, &n, &window, &final, file) == 5)
      runOnce(argv[6], argv[7], argv[8], rate, n, window, file);
  }
}
