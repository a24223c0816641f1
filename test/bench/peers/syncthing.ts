import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { onPath } from '../../../build/setup-system-packages.mjs';
import { endChild } from '../support/end-child.ts';
import { freePort } from '../support/free-port.ts';
import { nowMs } from '../support/now-ms.ts';
import { runWell } from '../support/run-process.ts';
import type { Stage } from '../support/stage.ts';
import { PATIENCE_MS } from '../support/within.ts';

const KEY = 'bench';
const FOLDER = 'bench';
/** Without these it talks to servers on the internet. */
const ALONE = {
  globalAnnounceEnabled: false,
  localAnnounceEnabled: false,
  relaysEnabled: false,
  natEnabled: false,
  crashReportingEnabled: false,
  urAccepted: -1,
  autoUpgradeIntervalH: 0,
};

/** One syncthing on this machine. */
interface Node {
  readonly id: string;
  readonly listen: string;
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  end(): Promise<void>;
}

async function untilReady(call: Node['call'], child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`syncthing ended with ${child.exitCode}`);
    if (await call('GET', '/rest/system/ping').catch(() => null)) return;
    await pause(100);
  }
  throw new Error('syncthing does not answer');
}

async function startNode(home: string): Promise<Node> {
  mkdirSync(home, { recursive: true });
  const env = { HOME: home, STNOUPGRADE: '1' };
  await runWell('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'], {
    env,
  });
  const [gui, port] = [await freePort(), await freePort()];
  const words = [`--home=${home}`, '--no-browser', '--no-restart', `--gui-apikey=${KEY}`];
  const child = spawn('syncthing', ['serve', ...words, `--gui-address=127.0.0.1:${gui}`], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: 'ignore',
  });
  const kill = (): unknown => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${gui}${path}`, {
      method,
      headers: { 'X-API-Key': KEY },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`syncthing answered ${response.status} to ${path}`);
    const text = await response.text();
    return text === '' ? {} : (JSON.parse(text) as unknown);
  }
  await untilReady(call, child);
  const { myID: id } = (await call('GET', '/rest/system/status')) as { myID: string };
  const listen = `tcp://127.0.0.1:${port}`;
  await call('PATCH', '/rest/config/options', { ...ALONE, listenAddresses: [listen] });
  return {
    id,
    listen,
    call,
    end: () => endChild(child, () => child.kill()),
  };
}

function introduce(node: Node, other: Node): Promise<unknown> {
  const device = { deviceID: other.id, addresses: [other.listen] };
  return node.call('PUT', `/rest/config/devices/${other.id}`, device);
}

async function isConnected(node: Node, other: Node): Promise<boolean> {
  const { connections } = (await node.call('GET', '/rest/system/connections')) as {
    readonly connections: Readonly<Record<string, { readonly connected: boolean } | undefined>>;
  };
  return connections[other.id]?.connected === true;
}

function share(node: Node, other: Node, path: string): Promise<unknown> {
  const devices = [{ deviceID: node.id }, { deviceID: other.id }];
  const folder = { id: FOLDER, path, devices, fsWatcherEnabled: true };
  return node.call('PUT', `/rest/config/folders/${FOLDER}`, folder);
}

/** Polls as fast as it costs nothing worth a word. */
async function until(isSo: () => boolean | Promise<boolean>, everyMs: number): Promise<number> {
  const patience = nowMs() + PATIENCE_MS;
  while (!(await isSo())) {
    if (nowMs() > patience) throw new Error(`syncthing: not done in ${PATIENCE_MS / 1000} seconds`);
    await pause(everyMs);
  }
  return nowMs();
}

/** Two of them, one on the tree and one on a copy. */
export interface SyncthingPair {
  /** Milliseconds of the first copy; before anything else. */
  first(): Promise<number>;
  /** Milliseconds of a rescan in which nothing has changed. */
  rescan(): Promise<number>;
  /** The seconds that it waits after a change. */
  setDelay(seconds: number): Promise<void>;
  /** When the copies of these files are as long as the files. */
  seen(paths: readonly string[]): Promise<number>;
  end(): Promise<void>;
}

function isSame(root: string, copy: string, path: string): boolean {
  const [one, other] = [root, copy].map((side) => statSync(`${side}/${path}`, { throwIfNoEntry: false }));
  return one !== undefined && one.size === other?.size;
}

async function firstCopy(receiver: Node, files: number): Promise<number> {
  return until(async () => {
    const found = (await receiver.call('GET', `/rest/db/status?folder=${FOLDER}`).catch(() => ({}))) as {
      inSyncFiles?: number;
    };
    return (found.inSyncFiles ?? 0) >= files;
  }, 50);
}

/** Null where it is not installed or peers shall not take part. Whoever starts it ends it: it works all the time. */
export async function startSyncthing(stage: Stage, name: string): Promise<SyncthingPair | null> {
  if (!stage.withPeers || !onPath('syncthing')) return null;
  const { root, files } = stage.tree;
  const copy = stage.path(`${name}-copy`);
  mkdirSync(copy, { recursive: true });
  for (const side of [root, copy]) writeFileSync(`${side}/.stignore`, '.openclaw-sync\n');
  const here = await startNode(stage.path(`${name}-here`));
  const there = await startNode(stage.path(`${name}-there`));
  return {
    async first() {
      await Promise.all([introduce(here, there), introduce(there, here)]);
      // It tries again only after a while; finding each other is no part of the first copy.
      await until(() => isConnected(here, there), 100);
      const start = nowMs();
      await Promise.all([share(here, there, root), share(there, here, copy)]);
      return (await firstCopy(there, files)) - start;
    },
    async rescan() {
      const begun = nowMs();
      await here.call('POST', `/rest/db/scan?folder=${FOLDER}`);
      return nowMs() - begun;
    },
    async setDelay(seconds) {
      await here.call('PATCH', `/rest/config/folders/${FOLDER}`, { fsWatcherDelayS: seconds });
      // The folder is taken up anew and watched again.
      await pause(3_000);
    },
    seen: (paths) => until(() => paths.every((path) => isSame(root, copy, path)), 2),
    async end() {
      await Promise.all([here.end(), there.end()]);
    },
  };
}
