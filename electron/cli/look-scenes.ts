import { environmentPassword } from '../api/environment-proxy.ts';
import { openNetwork } from '../api/network.ts';
import { systemClock } from '../app/system-clock.ts';
import { composeEngines } from '../compose-engine.ts';
import type { DoctorScene } from '../doctor/check.ts';
import { inEngine } from '../doctor/in-engine.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { itemsView } from '../support/items-view.ts';
import type { SupportScene } from '../support/support-ports.ts';
import type { Log } from '../sync/ports.ts';
import { resolveConnection } from './resolve-connection.ts';
import { type RunPlace, settingsIn } from './run-place.ts';

/** What looks at the program itself must not speak of it twice. */
const SILENT: Log = { write: () => undefined };

/** What `doctor` looks at. */
export function doctorScene(place: RunPlace): DoctorScene {
  const { stateDir, environment, streams, policy } = place;
  const network = openNetwork({ environment, settings: () => settingsIn(place) });
  return {
    subject: resolveConnection({ ...place, stdin: streams.input }),
    policy: policy(),
    stateDir,
    platform: process.platform,
    engines: composeEngines({ stateDir, network, log: SILENT }),
    network,
    clock: systemClock,
    desktop: null,
  };
}

/** What a support bundle is made of. */
export function supportScene(place: RunPlace): SupportScene {
  const { environment } = place;
  const scene = doctorScene(place);
  const { engines, subject } = scene;
  return {
    subject: () => subject,
    policy: () => scene.policy,
    stateDir: scene.stateDir,
    examine: () => runDoctor(scene, () => undefined),
    items: async () => (subject.ok ? inEngine(engines, subject.value, 'local', itemsView) : subject),
    version: __APP_VERSION__,
    settings: () => settingsIn(place),
    secrets: () => [environment.OPENCLAW_SYNC_TOKEN ?? '', environmentPassword(environment)],
    log: SILENT,
  };
}
