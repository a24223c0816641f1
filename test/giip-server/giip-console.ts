import type { GiipContent, GiipStore } from '../../electron/rehearsal/giip-store.ts';

/** What a person does in GIIP's web console. The server number is the test's own unless one is given. */
export interface GiipConsole {
  setDoc(path: string, text: string, lssn?: number): void;
  /** `source` is JSON as it shall be sent, digit for digit. */
  setConfig(key: string, source: string, lssn?: number): void;
  removeDoc(path: string, lssn?: number): void;
  removeConfig(key: string, lssn?: number): void;
  doc(path: string, lssn?: number): string | undefined;
  config(key: string, lssn?: number): string | undefined;
  /** Never changed in place, so it is a snapshot as well. */
  content(lssn?: number): GiipContent;
  /** Restores a backup. */
  rollbackTo(content: GiipContent, lssn?: number): void;
}

function without(items: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string> {
  return new Map([...items].filter(([key]) => key !== name));
}

export function giipConsole(store: GiipStore, own: number): GiipConsole {
  const none: ReadonlyMap<string, string> = new Map();
  return {
    setDoc: (path, text, lssn = own) => store.merge(lssn, { configs: none, docs: new Map([[path, text]]) }),
    setConfig: (key, source, lssn = own) =>
      store.merge(lssn, { configs: new Map([[key, source]]), docs: none }),
    removeDoc(path, lssn = own) {
      const { configs, docs } = store.read(lssn);
      store.replace(lssn, { configs, docs: without(docs, path) });
    },
    removeConfig(key, lssn = own) {
      const { configs, docs } = store.read(lssn);
      store.replace(lssn, { configs: without(configs, key), docs });
    },
    doc: (path, lssn = own) => store.read(lssn).docs.get(path),
    config: (key, lssn = own) => store.read(lssn).configs.get(key),
    content: (lssn = own) => store.read(lssn),
    rollbackTo: (content, lssn = own) => store.replace(lssn, content),
  };
}
