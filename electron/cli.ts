import { endOnSurprise } from './cli/end-on-surprise.ts';
import { runCli } from './cli/run-cli.ts';

endOnSurprise(process.stderr);

// The commands as a program of their own, on plain Node; inside Electron `main.ts` runs the same function.
process.exitCode = await runCli(process.argv.slice(2), process.env, process);
