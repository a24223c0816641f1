/** Of a schema and of migrations, which none of our files has: `conf` asks for these at each start nevertheless. */
const CONF_ASKS = ['ajv/dist/2020.js', 'ajv-formats', 'semver'];
const NOTHING = '\0of-a-schema';
const CODE = `
export class Ajv2020 { constructor() { throw new Error('No file has a schema: build/conf-without-schemas.mjs'); } }
export default {};
`;

/**
 * A plugin that leaves out of the bundle what `conf` would need for the schema of a file.
 * @returns {import('vite').Plugin}
 */
export function confWithoutSchemas() {
  return {
    name: 'conf-without-schemas',
    enforce: 'pre',
    resolveId(source, importer) {
      const isOfConf = /[\\/]node_modules[\\/]conf[\\/]/.test(importer ?? '');
      return isOfConf && CONF_ASKS.includes(source) ? NOTHING : null;
    },
    load: (id) => (id === NOTHING ? CODE : null),
  };
}
