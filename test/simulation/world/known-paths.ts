import type { PathRules } from '../../../electron/sync/ports.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';

function remembered<V>(of: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

const admitIn = {
  config: remembered((wire: string) => safePath.admit('config', wire)),
  doc: remembered((wire: string) => safePath.admit('doc', wire)),
};

/** The production rules, asked once for each of the few names that all schedules share: they see nothing but the name. */
export const knownPaths: PathRules = {
  admit: (section, wire) => admitIn[section](wire),
  foldKey: remembered(safePath.foldKey),
};
