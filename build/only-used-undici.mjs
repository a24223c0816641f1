/**
 * What undici's own index exposes of what electron/api uses. The whole index brings its fetch, its WebSocket, its caches
 * and its mocks with it, and nothing can be shaken out of CommonJS.
 */
const USED = `
const Dispatcher = require('./lib/dispatcher/dispatcher');
Object.assign(Dispatcher.prototype, require('./lib/api'));
module.exports = {
  Agent: require('./lib/dispatcher/agent'),
  Pool: require('./lib/dispatcher/pool'),
  ProxyAgent: require('./lib/dispatcher/proxy-agent'),
  Socks5ProxyAgent: require('./lib/dispatcher/socks5-proxy-agent'),
  buildConnector: require('./lib/core/connect'),
};
`;
/** A form as a body: nothing here sends one, and it needs most of fetch. */
const NO_FORMS = "module.exports = { extractBody() { throw new Error('A form cannot be sent.'); } };";

/** What undici takes of Node's `http` while it is loaded: the usual limit for headers, and a class that no body of ours has. */
const LIGHT_HTTP = '({ maxHeaderSize: 16384, IncomingMessage: class IncomingMessage {} })';

/** The two files of undici that name `http` on the way of a request. */
const ASKING = /[\\/]undici[\\/]lib[\\/](core[\\/]util|dispatcher[\\/]client)\.js$/;

/**
 * A plugin that takes less than half of undici into the bundle, and keeps it from loading Node's own `http`: for two
 * names of it Node would load an undici of its own as well, which takes as long as half an empty process.
 * @returns {import('vite').Plugin}
 */
export function onlyUsedUndici() {
  return {
    name: 'only-used-undici',
    transform(code, id) {
      if (!ASKING.test(id)) return null;
      const light = code.replace("require('node:http')", LIGHT_HTTP);
      if (light === code) throw new Error(`${id} does not ask for node:http any more.`);
      return { code: light, map: null };
    },
    load(id) {
      const [, path] = /[\\/]node_modules[\\/]undici[\\/](.*)$/.exec(id) ?? [];
      if (path === 'index.js') return USED;
      return path?.replaceAll('\\', '/') === 'lib/web/fetch/body.js' ? NO_FORMS : null;
    },
  };
}
