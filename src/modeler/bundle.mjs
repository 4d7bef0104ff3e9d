/** Makes target/modeler/modeler.js and .css: Modeler's canvas for a page, as the global `Modeler`. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

export const BUNDLE = fileURLToPath(new URL('../../target/modeler/modeler', import.meta.url));

await build({
  entryPoints: [ fileURLToPath(new URL('modeler.js', import.meta.url)) ],
  outfile: BUNDLE + '.js',
  bundle: true,
  format: 'iife',
  globalName: 'Modeler',
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl', '.svg': 'dataurl' },
  logLevel: 'warning'
});
