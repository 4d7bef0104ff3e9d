/**
 * Lints every model below a folder with bpmnlint's recommended rules and the compatibility rules of Camunda 7.24, checks
 * every element template against its schema, and holds each template that a model names to one that lies there, and the
 * element to what that one fixes.
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
    file, id: element.id, element, template: element.get('camunda:modelerTemplate'),
    version: element.get('camunda:modelerTemplateVersion')
  })).filter(use => use.template);
}

/** What a template fixes, and how the element has it: pairs of what is meant and what stands there. */
function fixed(element, template) {
  const extensions = element.extensionElements?.values ?? [];
  const inputs = extensions.find(one => one.$type === 'camunda:InputOutput')?.inputParameters ?? [];
  const properties = extensions.find(one => one.$type === 'camunda:Properties')?.values ?? [];
  const listeners = extensions.filter(one => one.$type === 'camunda:ExecutionListener');
  const named = (list, name) => list.find(one => one.name === name);
  return template.properties.flatMap(({ type, value, editable, binding }) => {
    switch (binding.type) {
    case 'property':
      return type === 'Hidden' ? [ [ binding.name, value, element.get(binding.name) ] ] : [];
    case 'camunda:property':
      return editable === false ? [ [ binding.name, value, named(properties, binding.name)?.value ] ] : [];
    case 'camunda:inputParameter':
      return [ [ `the field '${binding.name}'`, true, !!named(inputs, binding.name) ] ];
    case 'camunda:executionListener':
      return [ [ `the listener at ${binding.event}`, value, listeners.find(one => one.event === binding.event)?.expression ] ];
    default:
      return [ [ 'a binding', 'a known one', binding.type ] ];
    }
  });
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
  const applied = known.find(template => template.id === use.template && template.version == use.version);
  if (!applied) {
    problems.push(`${use.file}: ${use.id}: there is no template '${use.template}' of version ${use.version}`);
    continue;
  }
  fixed(use.element, applied).filter(([ , meant, there ]) => meant !== there).forEach(([ what, meant, there ]) =>
    problems.push(`${use.file}: ${use.id}: '${use.template}' has ${what} as '${meant}', the element as '${there}'; apply the template again`));
}
known.forEach((template, i) => {
  if (known.findIndex(other => other.id === template.id && other.version === template.version) < i) {
    problems.push(`there are two templates '${template.id}' of version ${template.version}`);
  }
});

problems.forEach(problem => console.log(problem));
console.log(`${models.length} models and ${known.length} templates: ${problems.length} problems`);
process.exitCode = problems.length || !models.length ? 1 : 0;
