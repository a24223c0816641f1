// Loaded into the command before it starts: fails in one way with a message that nobody may see.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { CANARY_WAY: way, CANARY_TEXT: text } = process.env;
const failure = () => new Error(text, { cause: new SyntaxError(`Unexpected token in ${text}`) });

const WAYS = {
  rejection: () => setImmediate(() => void Promise.reject(failure())),
  exception: () =>
    setImmediate(() => {
      throw failure();
    }),
  thrownText: () =>
    setImmediate(() => {
      throw text;
    }),
  engine: () => {
    const broken = () => {
      throw failure();
    };
    const promised = () => Promise.reject(failure());
    Object.assign(fs, { readdirSync: broken, opendirSync: broken });
    Object.assign(fs.promises, { readdir: promised, opendir: promised });
    syncBuiltinESMExports();
  },
};

WAYS[way]?.();
