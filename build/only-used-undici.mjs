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

/**
 * A plugin that takes less than half of undici into the bundle.
 * @returns {import('vite').Plugin}
 */
export function onlyUsedUndici() {
  return {
    name: 'only-used-undici',
    load(id) {
      const [, path] = /[\\/]node_modules[\\/]undici[\\/](.*)$/.exec(id) ?? [];
      if (path === 'index.js') return USED;
      return path?.replaceAll('\\', '/') === 'lib/web/fetch/body.js' ? NO_FORMS : null;
    },
  };
}
