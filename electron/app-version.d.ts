/** The version in package.json, put in place by the build (build/electron.vite.config.ts, test/vitest.config.ts). */
declare const __APP_VERSION__: string;
