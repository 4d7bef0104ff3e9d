/**
 * Lints every model below a folder with bpmnlint's recommended rules and the compatibility rules of Camunda 7.24, checks
 * every element template against its schema, and holds each template that a model names to one that lies there.
 *
 * npm run lint [-- FOLDER]    default: the project's bpmn/; exit code 1 when anything is wrong
 */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validate } from '@bpmn-io/element-templates-validator';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { BPMN, TEMPLATES } from './folder.mjs';

const require = createRequire(import.meta.url);

/** No rule is switched off; one that has to be gets its reason beside it. */
const RULES = { extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'] };

const folder = process.argv[2] ?? BPMN;
const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });
const problems = [];

async function lint(file) {
  const { rootElement, elementsById, warnings } = await moddle.fromXML(await readFile(join(folder, file), 'utf8'));
  warnings.forEach(warning => problems.push(`${file}: ${warning.message}`));
  // of its own for each model: a rule remembers what it saw
  const linter = new Linter({ config: RULES, resolver: new NodeResolver({ require }) });
  for (const [rule, reports] of Object.entries(await linter.lint(rootElement))) {
    reports.forEach(report => problems.push(`${file}: ${report.id}: ${report.message} (${rule})`));
  }
  return Object.values(elementsById).map(element => ({
    file, id: element.id, template: element.get('camunda:modelerTemplate'),
    version: element.get('camunda:modelerTemplateVersion')
  })).filter(use => use.template);
}

async function check(file) {
  const templates = [ JSON.parse(await readFile(join(folder, TEMPLATES, file), 'utf8')) ].flat();
  for (const template of templates) {
    const { valid, errors } = validate(template);
    if (!valid) {
      errors.forEach(error => problems.push(`${file}: ${template.id}: ${error.instancePath ?? ''} ${error.message}`));
    }
  }
  return templates;
}

const found = await readdir(folder, { recursive: true });
const models = found.filter(file => file.endsWith('.bpmn'));
const parts = await readdir(join(folder, TEMPLATES)).catch(() => []);
const used = (await Promise.all(models.map(lint))).flat();
const known = (await Promise.all(parts.filter(file => file.endsWith('.json')).map(check))).flat();

for (const use of used) {
  if (!known.some(template => template.id === use.template && template.version == use.version)) {
    problems.push(`${use.file}: ${use.id}: there is no template '${use.template}' of version ${use.version}`);
  }
}
known.forEach((template, i) => {
  if (known.findIndex(other => other.id === template.id && other.version === template.version) < i) {
    problems.push(`there are two templates '${template.id}' of version ${template.version}`);
  }
});

problems.forEach(problem => console.log(problem));
console.log(`${models.length} models and ${known.length} templates: ${problems.length} problems`);
process.exitCode = problems.length || !models.length ? 1 : 0;
