import { parentPort } from 'node:worker_threads';

// Tells by the log which of our variables this thread was given.
const ours = Object.keys(process.env).filter((name) => name === 'PATH' || name.startsWith('OPENCLAW_SYNC_'));
const fields = { platform: ours.sort().join().toLowerCase().replaceAll('_', '-') };
parentPort?.postMessage({
  kind: 'tell',
  name: 'log',
  input: { level: 'info', event: 'application-started', fields },
});
