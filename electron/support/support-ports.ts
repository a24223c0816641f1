import { homedir, release, type } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../shared/model/settings.ts';
import type { DoctorScene } from '../doctor/check.ts';
import { inEngine } from '../doctor/in-engine.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import type { Log } from '../sync/ports.ts';
import { itemsView } from './items-view.ts';
import { policyPart } from './policy-part.ts';
import type { About, SupportPorts } from './ports.ts';

/** Where a bundle is made: what the doctor looks at, and what else is told of this computer. */
export interface SupportScene {
  readonly doctor: () => DoctorScene;
  readonly version: string;
  readonly settings: () => Settings;
  /** What the log has to hide so far. */
  readonly secrets: () => readonly string[];
  readonly log: Log;
}

const SHOWN_VERSIONS = ['electron', 'chrome', 'node', 'v8', 'openssl', 'uv'] as const;

function about(version: string): About {
  const versions = SHOWN_VERSIONS.map((name) => [name, process.versions[name]] as const);
  return {
    version,
    versions: Object.fromEntries(versions.filter(([, found]) => found !== undefined)),
    system: {
      name: type(),
      release: release(),
      platform: process.platform,
      processor: process.arch,
      language: Intl.DateTimeFormat().resolvedOptions().locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  };
}

/** A person who ticks a box must not wait for the network again. */
const FRESH_MS = 60_000;

function rememberedFor<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly result: Promise<T> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at > ms) last = { at: now, result: work() };
    return last.result;
  };
}

/** The parts of a bundle as the running program has them. */
export function supportPorts(scene: SupportScene): SupportPorts {
  return {
    about: () => about(scene.version),
    settings: scene.settings,
    policy: () => policyPart(scene.doctor().policy),
    doctor: rememberedFor(FRESH_MS, () => runDoctor(scene.doctor(), () => undefined)),
    async items() {
      const { engines, subject } = scene.doctor();
      return subject.ok ? inEngine(engines, subject.value, 'local', itemsView) : subject;
    },
    logs: join(scene.doctor().stateDir, 'logs'),
    async secrets() {
      const { subject } = scene.doctor();
      const token = subject.ok ? await subject.value.token() : subject;
      return token.ok ? [...scene.secrets(), token.value] : scene.secrets();
    },
    home: homedir(),
    now: () => new Date(),
    failed: (part, cause) => scene.log.write('warn', 'support-part-failed', { part, cause }),
  };
}
