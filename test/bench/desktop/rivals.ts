import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TrayHost } from '../../e2e/tray/tray-host.ts';
import type { Stage } from '../support/stage.ts';
import { bareProgram } from './bare-program.ts';
import { Screen } from './screen.ts';
import { homeIn, type Program, StartedProgram } from './started-program.ts';
import { trayProgram } from './tray-program.ts';

/** Who is measured, on a screen that can be read and beside a panel. */
export interface Rivals {
  readonly host: TrayHost;
  readonly screen: Screen;
  /** With `--keep-popup` its popup is hidden by the second click, else it is made anew each time. */
  readonly bare: (...switches: readonly string[]) => Program;
  readonly ours: Program;
  /** What is packaged, for its size. */
  readonly files: { readonly bare: string; readonly ours: string };
  end(): void;
}

/** The bare tray and the packaged product on the place of this stage. */
export async function openRivals(stage: Stage, oursFile: string): Promise<Rivals> {
  const bareFile = await bareProgram();
  const folder = stage.path('bare');
  mkdirSync(folder, { recursive: true });
  const screen = await Screen.start();
  const host = await TrayHost.start();
  const here = { DISPLAY: screen.display };
  const { file, args, environment } = trayProgram(oursFile, stage.place, stage.giip.url);
  return {
    host,
    screen,
    bare: (...switches) => ({
      file: bareFile,
      args: [`--profile=${join(folder, 'profile')}`, ...switches],
      environment: { ...homeIn(folder), ...here },
    }),
    ours: { file, args, environment: { ...environment, ...here } },
    files: { bare: bareFile, ours: oursFile },
    end() {
      host.end();
      screen.end();
    },
  };
}

/** Starts a program, works with it, and ends it however that went. */
export async function during<T>(
  { host }: Rivals,
  program: Program,
  work: (started: StartedProgram) => Promise<T>,
): Promise<T> {
  const started = new StartedProgram(program, host);
  try {
    return await work(started);
  } finally {
    await started.end();
  }
}
