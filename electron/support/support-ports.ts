import { homedir, release, type } from 'node:os';
import { join } from 'node:path';
import type { DoctorReport } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { ConnectionAtWork } from '../app/ports.ts';
import type { Log } from '../sync/ports.ts';
import { policyPart } from './policy-part.ts';
import type { About, ItemsView, SupportPorts } from './ports.ts';

/** Where a bundle is made: what the doctor looks at, and what else is told of this computer. */
export interface SupportScene {
  readonly subject: () => Result<Pick<ConnectionAtWork, 'token'>>;
  readonly policy: () => MachinePolicy;
  readonly stateDir: string;
  readonly examine: () => Promise<DoctorReport>;
  readonly items: () => Promise<Result<ItemsView>>;
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
    policy: () => policyPart(scene.policy()),
    doctor: rememberedFor(FRESH_MS, scene.examine),
    items: scene.items,
    logs: join(scene.stateDir, 'logs'),
    async secrets() {
      const subject = scene.subject();
      const token = subject.ok ? await subject.value.token() : subject;
      return token.ok ? [...scene.secrets(), token.value] : scene.secrets();
    },
    home: homedir(),
    now: () => new Date(),
    failed: (part, cause) => scene.log.write('warn', 'support-part-failed', { part, cause }),
  };
}
