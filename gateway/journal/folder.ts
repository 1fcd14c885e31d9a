// The data folder belongs to one gateway: a lock that dies with its process, and the refusals before it.
import { constants } from 'node:fs';
import {
  type FileHandle,
  chmod,
  open,
  readFile,
  stat,
  statfs,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { type Server, connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { JournalRefused, textOf } from './problems.ts';
import { makeFolder, roomAt } from './staging.ts';
import { refuseOther } from './store-file.ts';

const folderMode = 0o700;
const roomToOpen = 64 * 1024;
/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, with a zero at the end. */
const maxSocketPath = 100;

/** Types that statfs(2) gives: LMDB's shared memory and locks do not work there. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x517b, 'SMB'],
  [0x01021997, '9p'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
]);

export interface FolderLock {
  /** Null while folder and lock are what they were; else one sentence that says what is gone. */
  lost(): Promise<string | null>;
  release(): Promise<void>;
}

/**
 * Makes `folder` this process's own, mode 0700. Throws JournalRefused on a network file system, and when another
 * process has it, whose pid the text names.
 *
 * Two locks, both of the kernel's and so gone with a killed process: on Linux an abstract socket named by the folder's
 * device and inode, which is taken atomically; and a socket file in the folder, which also holds off a gateway in
 * another container.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = resolve(folder);
  makeFolder(path);
  await refuseNetworkFileSystem(path);
  refuseFullDisk(path);
  await chmod(path, folderMode);
  const handle = await open(path, constants.O_RDONLY);
  const servers: Server[] = [];
  try {
    const { dev, ino } = await handle.stat();
    if (process.platform === 'linux') {
      servers.push(await bind(`\0causeway-journal-${dev}-${ino}`, path));
    }
    const file = socketPath(path, handle);
    await clearStale(file, path);
    servers.push(await bind(file, path));
    refuseOther(join(path, 'gateway.pid'));
    await writeFile(join(path, 'gateway.pid'), `${process.pid}\n`, { mode: 0o600 });
    const socket = await stat(file);
    return lockOver(path, { folder: { dev, ino }, socket }, { handle, servers });
  } catch (error) {
    for (const server of servers) server.close();
    await handle.close();
    throw error;
  }
}

interface Identity {
  readonly dev: number;
  readonly ino: number;
}

function lockOver(
  path: string,
  held: { readonly folder: Identity; readonly socket: Identity },
  resources: { readonly handle: FileHandle; readonly servers: readonly Server[] },
): FolderLock {
  return {
    async lost() {
      if (!(await isStill(path, held.folder)))
        return `the data folder ${path} was removed or replaced`;
      if (await isStill(join(path, 'gateway.lock'), held.socket)) return null;
      return `the lock of the data folder ${path} was removed: another gateway could open it`;
    },
    async release() {
      // Closing the second server removes its socket file.
      await Promise.all(resources.servers.map(closed));
      await resources.handle.close();
    },
  };
}

async function refuseNetworkFileSystem(path: string): Promise<void> {
  const { type } = await statfs(path);
  const name = networkFileSystems.get(type >>> 0);
  if (name === undefined) return;
  throw new JournalRefused(`${path} is on ${name}: the journal needs a local disk`);
}

/** With less LMDB's open ends the process by a signal: its lock file lies in memory that has no block. */
function refuseFullDisk(path: string): void {
  const room = roomAt(path);
  if (room >= roomToOpen) return;
  throw new JournalRefused(
    `the disk of ${path} is full, ${room} bytes are left: make room, ${roomToOpen} at least`,
  );
}

function bind(address: string, folder: string): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') {
        void heldBy(folder).then(failed);
        return;
      }
      failed(new JournalRefused(`cannot lock ${folder}: ${textOf(error)}`));
    });
    server.listen(address, () => done(server));
  });
}

/** Removes the socket file of a process that died. Throws JournalRefused if it lives. */
async function clearStale(file: string, folder: string): Promise<void> {
  const answer = await new Promise<'lives' | 'died' | 'none'>((done) => {
    const socket = connect(file);
    socket.once('connect', () => {
      socket.destroy();
      done('lives');
    });
    socket.once('error', (error) =>
      done('code' in error && error.code === 'ENOENT' ? 'none' : 'died'),
    );
  });
  if (answer === 'lives') throw await heldBy(folder);
  if (answer === 'died') await unlink(file);
}

async function heldBy(folder: string): Promise<JournalRefused> {
  const pid = await readFile(join(folder, 'gateway.pid'), 'utf8').then(
    (text) => text.trim(),
    () => 'unknown',
  );
  return new JournalRefused(
    `the data folder ${folder} belongs to a running gateway, pid ${pid}: stop it first, or give another folder`,
  );
}

/** A path to the socket file that is short enough; through the open folder where its own is not. */
function socketPath(folder: string, handle: FileHandle): string {
  const path = join(folder, 'gateway.lock');
  if (Buffer.byteLength(path) <= maxSocketPath) return path;
  if (process.platform === 'linux') return `/proc/self/fd/${handle.fd}/gateway.lock`;
  throw new JournalRefused(`the path of the data folder ${folder} is too long for a lock`);
}

async function isStill(path: string, identity: Identity): Promise<boolean> {
  const now = await stat(path).then(
    (found) => found,
    () => null,
  );
  return now !== null && now.ino === identity.ino && now.dev === identity.dev;
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()));
}
