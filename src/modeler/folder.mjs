import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's models. */
export const BPMN = fileURLToPath(new URL('../../bpmn', import.meta.url));

/** Where Modeler finds templates, in a model's folder or any above it. */
export const TEMPLATES = join('.camunda', 'element-templates');

/** Every template Modeler would offer for models in that folder. */
export async function templatesFor(folder) {
  const here = join(folder, TEMPLATES);
  const files = (await readdir(here).catch(() => [])).filter(file => file.endsWith('.json'));
  const own = await Promise.all(files.map(async file => JSON.parse(await readFile(join(here, file), 'utf8'))));
  return dirname(folder) === folder ? own.flat() : own.flat().concat(await templatesFor(dirname(folder)));
}
