import { app } from 'electron';

interface Switch {
  readonly name: string;
  readonly value?: string;
}

/**
 * What Chromium need not have for a few plain windows that are mostly not there. No sandbox is among it: on Linux the
 * network service runs in none, wherever it is (`--service-sandbox-type=none`); elsewhere it has one and stays outside.
 */
export function leanSwitches(platform: NodeJS.Platform, features: string): readonly Switch[] {
  if (platform !== 'linux') return [];
  return [
    // Drawn by the processor: text and lists, and no driver in a process that would be there all day.
    { name: 'disable-gpu' },
    { name: 'disable-software-rasterizer' },
    // In main instead of a process of its own. A name that a newer Chromium does not know changes nothing.
    {
      name: 'enable-features',
      value: [features, 'NetworkServiceInProcess2'].filter((name) => name !== '').join(','),
    },
  ];
}

/** Has to run before Electron is ready. */
export function keepChromiumLean(): void {
  const features = app.commandLine.getSwitchValue('enable-features');
  for (const { name, value } of leanSwitches(process.platform, features))
    app.commandLine.appendSwitch(name, value);
}
