import { runCommand } from './run-command.ts';

// The commands as a program of their own, on plain Node; inside Electron `main.ts` runs the same function.
process.exitCode = await runCommand(process.argv.slice(2));
