import { connect } from 'node:net';
import { request } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { StatusServer } from '../../../../gateway/telemetry/index.ts';
import type { DeskStatus } from '../../../../gateway/telemetry/index.ts';
import { manualPorts, running, telemetryWith } from './ports.ts';

const servers: StatusServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function served(status: () => DeskStatus = () => running): Promise<number> {
  const server = await telemetryWith(status).serve({ host: '127.0.0.1', port: 0 });
  servers.push(server);
  return server.port;
}

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function get(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, host: '127.0.0.1', ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What comes back for raw bytes, until the server closes. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('GET /health', () => {
  test('is 200 and ok when the desk runs and its venues are ready', async () => {
    const { status, body, headers } = await get(await served(), '/health');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual({ status: 'ok', ...running });
  });

  test('is 200 and degraded while a venue is down or refuses our credentials, new orders are refused or the journal is damaged', async () => {
    const down = running.venues.map((venue) => ({ ...venue, state: 'Down' as const }));
    const venueDown = await get(await served(() => ({ ...running, venues: down })), '/health');
    const credentialsRefused = {
      request: 'Place',
      text: 'Invalid API-key (status 401, code -2015)',
    };
    const refusing = running.venues.map((venue) => ({ ...venue, credentialsRefused }));
    const keyRefused = await get(await served(() => ({ ...running, venues: refusing })), '/health');
    expect(JSON.parse(keyRefused.body)).toMatchObject({ venues: [{ credentialsRefused }] });
    const closed = await get(
      await served(() => ({ ...running, closedFor: 'disk full' })),
      '/health',
    );
    const journal = { ...running.journal, isDamaged: true };
    const damaged = await get(await served(() => ({ ...running, journal })), '/health');
    for (const { status, body } of [venueDown, keyRefused, closed, damaged]) {
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ status: 'degraded' });
    }
  });

  test.each(['Starting', 'Stopping'] as const)('is 503 while the desk is %s', async (desk) => {
    const { status, body } = await get(await served(() => ({ ...running, desk })), '/health');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ status: 'down' });
  });

  test('is 500 without a detail when the status cannot be told', async () => {
    const port = await served(() => {
      throw new Error('hunter2');
    });
    expect(await get(port, '/health')).toMatchObject({
      status: 500,
      body: 'the status could not be told\n',
    });
  });
});

describe('every other request', () => {
  test.each(['/', '/health/', '/..%2fhealth', '/metrics/../health', '/HEALTH', '//health'])(
    'for %s is 404',
    async (path) => {
      expect((await get(await served(), path)).status).toBe(404);
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('by %s is 405', async (method) => {
    const { status, headers } = await get(await served(), '/health', { method });
    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET, HEAD');
  });

  test('HEAD is a GET without a body', async () => {
    expect(await get(await served(), '/health', { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: '',
    });
  });

  test('with a body is 413', async () => {
    const answer = await exchange(
      await served(),
      'GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\nabc',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('with headers over 8 KiB is 431', async () => {
    const answer = await exchange(
      await served(),
      `GET /health HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('with Content-Length and chunked is 400, and the connection is closed', async () => {
    const answer = await exchange(
      await served(),
      'GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('an action', () => {
  const heard: string[] = [];
  afterEach(() => void heard.splice(0));

  async function acting(): Promise<number> {
    const server = await telemetryWith(() => running).serve(
      { host: '127.0.0.1', port: 0 },
      new Map([
        [
          '/operator/do',
          async ({ authorization, body }) => {
            heard.push(`${authorization} ${body}`);
            return { status: 200, contentType: 'application/json', body: '{}' };
          },
        ],
      ]),
    );
    servers.push(server);
    return server.port;
  }

  const post = (head: string, body: string): string =>
    `POST /operator/do HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n${head}\r\n\r\n${body}`;
  const JSON_TYPE = 'Content-Type: application/json\r\n';

  test('is given the body and the authorization', async () => {
    const answer = await exchange(await acting(), post(`${JSON_TYPE}Content-Length: 7`, '{"a":1}'));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(heard).toEqual(['Bearer t {"a":1}']);
  });

  test.each([
    ['GET', '405'],
    ['PUT', '405'],
    ['TRACE', '405'],
  ])('by %s is %s, and says what is answered', async (method, status) => {
    const { headers, ...got } = await get(await acting(), '/operator/do', { method });
    expect(String(got.status)).toBe(status);
    expect(headers['allow']).toBe('POST');
    expect(heard).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['16,385 bytes announced', `${JSON_TYPE}Content-Length: 16385`, '', '413'],
    [
      'more than 16 KiB in chunks',
      `${JSON_TYPE}Transfer-Encoding: chunked`,
      `4001\r\n${'x'.repeat(16_385)}\r\n`,
      '413',
    ],
    ['another type', 'Content-Type: text/plain\r\nContent-Length: 2', '{}', '415'],
    ['no type', 'Content-Length: 2', '{}', '415'],
  ])('with %s is refused unheard', async (_name, head, body, status) => {
    const answer = await exchange(await acting(), post(head, body));
    expect(answer.slice(9, 12)).toBe(status);
    expect(heard).toEqual([]);
  });

  test('with 16,384 bytes is heard', async () => {
    const body = 'x'.repeat(16_384);
    const answer = await exchange(await acting(), post(`${JSON_TYPE}Content-Length: 16384`, body));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each(['/operator/do/', '/operator/..%2fdo', '/operator', '//operator/do'])(
    'is not found at %s',
    async (path) => {
      expect((await get(await acting(), path)).status).toBe(404);
    },
  );
});

test('one request a connection: a second one on it is not answered', async () => {
  const once = 'GET /health HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n';
  const answer = await exchange(await served(), once + once);
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

test('an address that is taken is refused by name', async () => {
  const port = await served();
  await expect(telemetryWith(() => running).serve({ host: '127.0.0.1', port })).rejects.toThrow(
    `127.0.0.1:${port} cannot be listened at`,
  );
});

describe('GET /metrics', () => {
  async function metricsOf(telemetry: ReturnType<typeof telemetryWith>): Promise<string> {
    const server = await telemetry.serve({ host: '127.0.0.1', port: 0 });
    servers.push(server);
    return (await get(server.port, '/metrics')).body;
  }

  test('holds every metric of the house, in base units', async () => {
    const ports = manualPorts();
    const telemetry = telemetryWith(() => running, ports);
    telemetry.countFixMessage({ sessionID: 'ACME', direction: 'in', msgType: 'D' });
    telemetry.countRiskRefusal('maxOrderNotional');
    telemetry.observeOrderAck(3);
    telemetry.observeJournalFlush(2);
    ports.advance(350);
    const text = await metricsOf(telemetry);
    for (const line of [
      'causeway_fix_messages_total{session="ACME",direction="in",msg_type="D"} 1',
      'causeway_risk_refusals_total{reason="maxOrderNotional"} 1',
      'causeway_order_ack_duration_seconds_sum 0.003',
      'causeway_journal_flush_duration_seconds_sum 0.002',
      'causeway_journal_lag_seconds 0.002',
      'causeway_journal_queued_records 3',
      'causeway_in_doubt_orders{venue="binance"} 1',
      'causeway_in_doubt_oldest_age_seconds{venue="binance"} 4.5',
      'causeway_balance_breaks{venue="binance"} 2',
      'causeway_venue_credentials_refused{venue="binance"} 0',
      'causeway_venue_book_age_seconds{venue="binance"} 0.12',
      'causeway_drop_copy_lag_seconds{consumer="RISK"} 61.5',
      'causeway_event_loop_delay_seconds_sum 0.25',
      `causeway_build_info{version="0.1.0",node="${process.version}",desk="1"} 1`,
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  test('says which venue refuses our credentials', async () => {
    const credentialsRefused = {
      request: 'Place',
      text: 'Invalid API-key (status 401, code -2015)',
    };
    const venues = running.venues.map((venue) => ({ ...venue, credentialsRefused }));
    const text = await metricsOf(telemetryWith(() => ({ ...running, venues })));
    expect(text).toContain('causeway_venue_credentials_refused{venue="binance"} 1\n');
  });

  test('has as many series after 10,000 odd names as after 100', async () => {
    const seriesAfter = async (count: number) => {
      const telemetry = telemetryWith(() => running);
      for (let at = 0; at < count; at += 1) {
        telemetry.countFixMessage({ sessionID: `S${at}`, direction: 'in', msgType: `U${at}` });
        telemetry.countRiskRefusal(`reason ${at}`);
      }
      return (await metricsOf(telemetry)).split('\n').length;
    };
    expect(await seriesAfter(10_000)).toBe(await seriesAfter(100));
  });

  test('a venue without a book has no book age', async () => {
    const venues = running.venues.map((venue) => ({ ...venue, bookAgeMs: null }));
    const text = await metricsOf(telemetryWith(() => ({ ...running, venues })));
    expect(text).not.toContain('causeway_venue_book_age_seconds{');
  });
});
