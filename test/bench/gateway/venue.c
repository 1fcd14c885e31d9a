// The order side of a venue that costs as little as possible: takes every order, fills it whole at its limit, and
// notes when it came. It speaks Binance's order socket as far as the adapter asks, and checks nothing.
//
// The simulated exchange is the better venue, and `--venue sandbox` uses it; but at 185 us of CPU an order it is the
// busiest process of the three on a machine of two cores, and the bench would measure the neighbour's appetite. In C for
// the same reason as the load: where it was a Node process, its own waking was a part of each child's way.
// Answers and events per order are the exchange's: the answer, NEW, TRADE and outboundAccountPosition.
//
//   venue INFO       INFO: a file with what the exchange answers to exchangeInfo. Says {"orders":"ws://..."}; then takes lines
//   take FILE        writes when each order came, since the last time, as float64 ms of CLOCK_MONOTONIC; says "took N"
//   quit
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define CONNECTIONS 16
#define IN_BYTES (4 << 20)
#define OUT_BYTES (8 << 20)
#define VALUE 256

struct connection {
  int fd, open;  // open: the handshake is done
  size_t inLen, outLen;
  char *in, *out;
};

static struct connection connections[CONNECTIONS];
static char *info;
static double *arrivals;
static size_t arrived, room;
static long long lastOrderID = 1000000;

static void fail(const char *why) {
  fprintf(stderr, "venue: %s (%s)\n", why, strerror(errno));
  exit(1);
}

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static long long wall_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

// SHA-1 (FIPS 180-4) of a text of less than 120 bytes: what the opening handshake of RFC 6455 asks.
static void sha1(const char *text, unsigned char digest[20]) {
  uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  unsigned char block[128] = {0};
  size_t length = strlen(text), blocks = length + 9 > 64 ? 2 : 1;
  memcpy(block, text, length);
  block[length] = 0x80;
  block[blocks * 64 - 2] = (unsigned char)(length * 8 >> 8);
  block[blocks * 64 - 1] = (unsigned char)(length * 8);
  for (size_t b = 0; b < blocks; b++) {
    uint32_t w[80];
    for (int i = 0; i < 80; i++) {
      const unsigned char *at = block + b * 64 + i * 4;
      uint32_t x = i < 16 ? (uint32_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]
                          : w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16];
      w[i] = i < 16 ? x : x << 1 | x >> 31;
    }
    uint32_t a = h[0], B = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 80; i++) {
      uint32_t f = i < 20 ? (B & c) | (~B & d) : i < 40 || i >= 60 ? B ^ c ^ d : (B & c) | (B & d) | (c & d);
      uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
      uint32_t next = (a << 5 | a >> 27) + f + e + k + w[i];
      e = d, d = c, c = B << 30 | B >> 2, B = a, a = next;
    }
    h[0] += a, h[1] += B, h[2] += c, h[3] += d, h[4] += e;
  }
  for (int i = 0; i < 20; i++) digest[i] = (unsigned char)(h[i / 4] >> (24 - i % 4 * 8));
}

static void base64(const unsigned char *bytes, size_t length, char *text) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t i = 0; i < length; i += 3) {
    uint32_t v = bytes[i] << 16 | (i + 1 < length ? bytes[i + 1] << 8 : 0) | (i + 2 < length ? bytes[i + 2] : 0);
    *text++ = digits[v >> 18];
    *text++ = digits[v >> 12 & 63];
    *text++ = i + 1 < length ? digits[v >> 6 & 63] : '=';
    *text++ = i + 2 < length ? digits[v & 63] : '=';
  }
  *text = 0;
}

static void flushOut(struct connection *c) {
  size_t at = 0;
  while (at < c->outLen) {
    ssize_t n = write(c->fd, c->out + at, c->outLen - at);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) break;
    if (n <= 0) fail("the peer does not read");
    at += (size_t)n;
  }
  memmove(c->out, c->out + at, c->outLen - at);
  c->outLen -= at;
}

static void frame(struct connection *c, int opcode, const char *payload, size_t length) {
  if (c->outLen + length + 10 > OUT_BYTES) fail("too much waits for the peer");
  unsigned char *to = (unsigned char *)c->out + c->outLen;
  size_t head = 2;
  to[0] = (unsigned char)(0x80 | opcode);
  if (length < 126) {
    to[1] = (unsigned char)length;
  } else if (length < 65536) {
    to[1] = 126, to[2] = (unsigned char)(length >> 8), to[3] = (unsigned char)length;
    head = 4;
  } else {
    to[1] = 127;
    for (int i = 0; i < 8; i++) to[2 + i] = (unsigned char)((uint64_t)length >> (56 - 8 * i));
    head = 10;
  }
  memcpy(to + head, payload, length);
  c->outLen += head + length;
}

__attribute__((format(printf, 2, 3))) static void say(struct connection *c, const char *format, ...) {
  static char text[4096];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (length < 0 || (size_t)length >= sizeof text) fail("an answer that is too long");
  frame(c, 1, text, (size_t)length);
}

// The value of `name` in the request: the adapter writes its texts without escapes.
static void value_of(const char *request, const char *name, char value[VALUE]) {
  char key[64];
  snprintf(key, sizeof key, "\"%s\":", name);
  const char *at = strstr(request, key);
  value[0] = 0;
  if (at == NULL) return;
  at += strlen(key);
  const char *ends = *at == '"' ? "\"" : ",}";
  if (*at == '"') at++;
  size_t length = strcspn(at, ends);
  if (length >= VALUE) fail("a value that is too long");
  memcpy(value, at, length);
  value[length] = 0;
}

struct order {
  char symbol[VALUE], side[VALUE], type[VALUE], tif[VALUE], price[VALUE], quantity[VALUE], name[VALUE];
  double quote;
  long long now;
};

// An executionReport: `what` has x and X, `last` has l, L, n, N and t.
static void report(struct connection *c, const struct order *o, const char *what, const char *executed,
                   const char *last) {
  say(c,
      "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":%lld,\"s\":\"%s\",\"c\":\"%s\",\"S\":\"%s\","
      "\"o\":\"%s\",\"f\":\"%s\",\"q\":\"%s\",\"p\":\"%s\",\"P\":\"0.00000000\",\"F\":\"0.00000000\",\"g\":-1,"
      "\"C\":\"\",%s,\"r\":\"NONE\",\"i\":%lld,%s,\"z\":\"%s\",\"T\":%lld,\"I\":%lld,\"w\":false,\"m\":false,"
      "\"M\":true,\"O\":%lld,\"Z\":\"%.8f\",\"Y\":\"%.8f\",\"Q\":\"0.00000000\",\"W\":%lld,\"V\":\"NONE\"}}",
      o->now, o->symbol, o->name, o->side, o->type, o->tif, o->quantity, o->price, what, lastOrderID, last, executed,
      o->now, lastOrderID * 2, o->now, o->quote, o->quote, o->now);
}

static void place(struct connection *c, const char *id, const char *request) {
  struct order o;
  value_of(request, "symbol", o.symbol);
  value_of(request, "side", o.side);
  value_of(request, "type", o.type);
  value_of(request, "timeInForce", o.tif);
  value_of(request, "price", o.price);
  value_of(request, "quantity", o.quantity);
  value_of(request, "newClientOrderId", o.name);
  o.quote = atof(o.price) * atof(o.quantity);
  o.now = wall_ms();
  lastOrderID++;
  say(c,
      "{\"id\":\"%s\",\"status\":200,\"result\":{\"symbol\":\"%s\",\"orderId\":%lld,\"orderListId\":-1,"
      "\"clientOrderId\":\"%s\",\"transactTime\":%lld,\"price\":\"%s\",\"origQty\":\"%s\",\"executedQty\":\"%s\","
      "\"origQuoteOrderQty\":\"0.00000000\",\"cummulativeQuoteQty\":\"%.8f\",\"status\":\"FILLED\","
      "\"timeInForce\":\"%s\",\"type\":\"%s\",\"side\":\"%s\",\"workingTime\":%lld,"
      "\"selfTradePreventionMode\":\"NONE\"},\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\","
      "\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":100000000,\"count\":1}]}",
      id, o.symbol, lastOrderID, o.name, o.now, o.price, o.quantity, o.quantity, o.quote, o.tif, o.type, o.side,
      o.now);
  report(c, &o, "\"x\":\"NEW\",\"X\":\"NEW\"", "0.00000000",
         "\"l\":\"0.00000000\",\"L\":\"0.00000000\",\"n\":\"0\",\"N\":null,\"t\":-1");
  char last[4 * VALUE];
  snprintf(last, sizeof last, "\"l\":\"%s\",\"L\":\"%s\",\"n\":\"0.00000100\",\"N\":\"BTC\",\"t\":%lld", o.quantity,
           o.price, lastOrderID);
  report(c, &o, "\"x\":\"TRADE\",\"X\":\"FILLED\"", o.quantity, last);
  say(c,
      "{\"subscriptionId\":0,\"event\":{\"e\":\"outboundAccountPosition\",\"E\":%lld,\"u\":%lld,\"B\":[{\"a\":\"BTC\","
      "\"f\":\"100.00000000\",\"l\":\"0.00000000\"},{\"a\":\"USDT\",\"f\":\"10000000.00000000\",\"l\":\"0.00000000\"}]}}",
      o.now, o.now);
}

static void answer(struct connection *c, const char *request, double at) {
  char id[VALUE], method[VALUE];
  value_of(request, "id", id);
  value_of(request, "method", method);
  if (!strcmp(method, "order.place")) {
    if (arrived == room) {
      room = room == 0 ? 65536 : room * 2;
      arrivals = realloc(arrivals, room * sizeof *arrivals);
      if (arrivals == NULL) fail("no memory");
    }
    arrivals[arrived++] = at;
    return place(c, id, request);
  }
  if (!strcmp(method, "exchangeInfo")) {
    size_t most = strlen(info) + VALUE + 64;
    char *text = malloc(most);
    if (text == NULL) fail("no memory");
    int length = snprintf(text, most, "{\"id\":\"%s\",\"status\":200,\"result\":%s,\"rateLimits\":[]}", id, info);
    frame(c, 1, text, (size_t)length);
    free(text);
    return;
  }
  char result[VALUE] = "\"status\":400,\"error\":{\"code\":-2013,\"msg\":\"Order does not exist.\"}";
  if (!strcmp(method, "time")) {
    snprintf(result, sizeof result, "\"status\":200,\"result\":{\"serverTime\":%lld}", wall_ms());
  } else if (!strcmp(method, "session.logon") || !strncmp(method, "userDataStream.subscribe", 24)) {
    strcpy(result, "\"status\":200,\"result\":{\"subscriptionId\":0}");
  } else if (!strcmp(method, "openOrders.status")) {
    strcpy(result, "\"status\":200,\"result\":[]");
  }
  say(c, "{\"id\":\"%s\",%s,\"rateLimits\":[]}", id, result);
}

// The opening handshake; false: not all of it has come.
static int upgrade(struct connection *c) {
  char *end = memmem(c->in, c->inLen, "\r\n\r\n", 4);
  if (end == NULL) return 0;
  *end = 0;
  char *key = strcasestr(c->in, "sec-websocket-key:");
  if (key == NULL) fail("no WebSocket");
  key += strlen("sec-websocket-key:");
  key += strspn(key, " ");
  char joined[128], accept[32];
  unsigned char digest[20];
  snprintf(joined, sizeof joined, "%.*s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", (int)strcspn(key, "\r\n "), key);
  sha1(joined, digest);
  base64(digest, sizeof digest, accept);
  c->outLen += (size_t)sprintf(c->out + c->outLen,
                               "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: %s\r\n\r\n", accept);
  c->inLen -= (size_t)(end + 4 - c->in);
  memmove(c->in, end + 4, c->inLen);
  c->open = 1;
  return 1;
}

// One frame of the client's, unmasked in place; false: not all of it has come. A frame is a message: ws sends no parts.
static int takeFrame(struct connection *c, size_t *from, double at) {
  unsigned char *f = (unsigned char *)c->in + *from;
  size_t left = c->inLen - *from, head = 2;
  if (left < 2) return 0;
  uint64_t length = f[1] & 127;
  int more = length == 126 ? 2 : length == 127 ? 8 : 0;
  if (left < head + (size_t)more + 4) return 0;
  if (more > 0) {
    length = 0;
    for (int i = 0; i < more; i++) length = length << 8 | f[2 + i];
  }
  head += (size_t)more + 4;
  if (length > IN_BYTES - head - 1) fail("a frame that is too long");
  if (left < head + length) return 0;
  unsigned char *payload = f + head, mask[4];
  memcpy(mask, payload - 4, 4);
  for (uint64_t i = 0; i < length; i++) payload[i] ^= mask[i & 3];
  *from += head + length;
  int opcode = f[0] & 15;
  if (opcode == 8) frame(c, 8, (char *)payload, length);
  if (opcode == 9) frame(c, 10, (char *)payload, length);
  if (opcode != 1) return 1;
  unsigned char behind = payload[length];
  payload[length] = 0;
  answer(c, (char *)payload, at);
  payload[length] = behind;
  return 1;
}

static void drop(struct connection *c) {
  close(c->fd);
  free(c->in);
  free(c->out);
  *c = (struct connection){.fd = -1};
}

static void readSome(struct connection *c) {
  ssize_t n = read(c->fd, c->in + c->inLen, IN_BYTES - 1 - c->inLen);
  double at = now_ms();
  if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (n <= 0) return drop(c);
  c->inLen += (size_t)n;
  if (!c->open && !upgrade(c)) return;
  size_t from = 0;
  while (takeFrame(c, &from, at)) continue;
  memmove(c->in, c->in + from, c->inLen - from);
  c->inLen -= from;
  flushOut(c);  // The frames of one answer, and of all requests of one segment, leave as one write.
}

static void accepted(int listener) {
  int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK), one = 1;
  if (fd < 0) return;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  for (int i = 0; i < CONNECTIONS; i++) {
    if (connections[i].fd >= 0) continue;
    connections[i] = (struct connection){.fd = fd, .in = malloc(IN_BYTES), .out = malloc(OUT_BYTES)};
    if (connections[i].in == NULL || connections[i].out == NULL) fail("no memory");
    return;
  }
  fail("too many connections");
}

// Reads without stdio's buffer, for poll knows nothing of that. False: the other side has ended.
static int lineOf(char *line, size_t size) {
  size_t length = 0;
  while (length + 1 < size && read(0, line + length, 1) == 1)
    if (line[length++] == '\n') break;
  line[length] = 0;
  return length > 0;
}

static int told(void) {
  char line[600], file[500];
  if (!lineOf(line, sizeof line) || !strncmp(line, "quit", 4)) return 0;
  if (sscanf(line, "take %499s", file) != 1) return 1;
  FILE *f = fopen(file, "wb");
  if (f == NULL || fwrite(arrivals, sizeof *arrivals, arrived, f) != arrived || fclose(f) != 0) fail(file);
  printf("took %zu\n", arrived);
  fflush(stdout);
  arrived = 0;
  return 1;
}

static char *whole(const char *file) {
  FILE *f = fopen(file, "rb");
  if (f == NULL || fseek(f, 0, SEEK_END) != 0) fail(file);
  long size = ftell(f);
  char *text = calloc(1, (size_t)size + 1);
  rewind(f);
  if (text == NULL || fread(text, 1, (size_t)size, f) != (size_t)size) fail(file);
  fclose(f);
  return text;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: venue INFO\n");
    return 2;
  }
  info = whole(argv[1]);
  for (int i = 0; i < CONNECTIONS; i++) connections[i].fd = -1;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof at;
  if (bind(listener, (struct sockaddr *)&at, size) != 0 || listen(listener, 8) != 0) fail("cannot listen");
  if (getsockname(listener, (struct sockaddr *)&at, &size) != 0) fail("no port");
  printf("{\"orders\":\"ws://127.0.0.1:%d/ws-api/v3\"}\n", ntohs(at.sin_port));
  fflush(stdout);
  for (;;) {
    struct pollfd fds[CONNECTIONS + 2] = {{0, POLLIN, 0}, {listener, POLLIN, 0}};
    for (int i = 0; i < CONNECTIONS; i++) {
      struct connection *c = &connections[i];
      fds[i + 2] = (struct pollfd){c->fd, (short)(c->outLen > 0 ? POLLIN | POLLOUT : POLLIN), 0};
    }
    if (poll(fds, CONNECTIONS + 2, -1) < 0) continue;
    for (int i = 0; i < CONNECTIONS; i++) {
      if (fds[i + 2].revents & POLLOUT) flushOut(&connections[i]);
      if (fds[i + 2].revents & (POLLIN | POLLHUP | POLLERR)) readSome(&connections[i]);
    }
    if (fds[1].revents & POLLIN) accepted(listener);
    if (fds[0].revents && !told()) return 0;
  }
}
