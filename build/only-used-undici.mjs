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

/** HTTP/2 is never asked for; undici says the same where Node has none. */
const NO_HTTP2 = '({ constants: {} })';

/** What the files on the way of a request ask of Node, and what they are given. */
const LIGHTER = [
  { file: /[\\/]undici[\\/]lib[\\/]core[\\/]util\.js$/, asked: "require('node:http')", given: LIGHT_HTTP },
  {
    file: /[\\/]undici[\\/]lib[\\/]dispatcher[\\/]client\.js$/,
    asked: "require('node:http')",
    given: LIGHT_HTTP,
  },
  {
    file: /[\\/]undici[\\/]lib[\\/]dispatcher[\\/]client-h2\.js$/,
    asked: "require('node:http2')",
    given: NO_HTTP2,
  },
];

/**
 * A plugin that takes less than half of undici into the bundle, and keeps it from loading Node's own `http`: for two
 * names of it Node would load an undici of its own as well, which takes as long as half an empty process.
 * @returns {import('vite').Plugin}
 */
export function onlyUsedUndici() {
  return {
    name: 'only-used-undici',
    transform(code, id) {
      const lighter = LIGHTER.find(({ file }) => file.test(id));
      if (!lighter) return null;
      const { asked, given } = lighter;
      if (!code.includes(asked)) throw new Error(`${id} does not say ${asked} any more.`);
      return { code: code.replace(asked, given), map: null };
    },
    load(id) {
      const [, path] = /[\\/]node_modules[\\/]undici[\\/](.*)$/.exec(id) ?? [];
      if (path === 'index.js') return USED;
      return path?.replaceAll('\\', '/') === 'lib/web/fetch/body.js' ? NO_FORMS : null;
    },
  };
}
