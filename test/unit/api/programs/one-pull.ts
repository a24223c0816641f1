import { openRemote } from '../../../giip-server/open-remote.ts';

/** Pulls once from the API that is given; says what came of it. */
const answer = await openRemote(process.argv[2] ?? '', {}, { environment: process.env }).pull({});
process.stdout.write(`${answer.ok ? 'ok' : answer.error.code}\n`);
