/** What Camunda Modeler shows of a model, for a page: its canvas, its properties panel and its part chooser. */
import ElementTemplateChooserModule from '@bpmn-io/element-template-chooser';
import ElementTemplateIconRendererModule from '@bpmn-io/element-template-icon-renderer';
import Modeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import 'camunda-bpmn-js/dist/assets/camunda-platform-modeler.css';
import '@bpmn-io/element-template-chooser/dist/element-template-chooser.css';
import './modeler.css';

let modeler;
const problems = [];

/** @returns {Promise<string[]>} what Modeler complains about in the templates and the model */
export async function open(xml, templates) {
  document.body.innerHTML = '<div id="canvas"></div><div id="properties"></div>';
  modeler = new Modeler({
    container: '#canvas',
    propertiesPanel: { parent: '#properties' },
    additionalModules: [ ElementTemplateChooserModule, ElementTemplateIconRendererModule ],
    alignToOrigin: false
  });
  modeler.on('elementTemplates.errors', event => problems.push(...event.errors.map(error => error.message)));
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  const { warnings } = await modeler.importXML(xml);
  return problems.concat(warnings.map(warning => warning.message));
}

/** Selects an element, so that the panel shows it. */
export function select(id) {
  modeler.get('selection').select(modeler.get('elementRegistry').get(id));
}

/** Drops a new task on the canvas and makes a part of it, as a designer does by hand. */
export function drop(id, template, position) {
  const canvas = modeler.get('canvas');
  const task = modeler.get('elementFactory').createShape({ type: 'bpmn:Task' });
  const dropped = modeler.get('modeling').createShape(task, position, canvas.getRootElement());
  modeler.get('modeling').updateProperties(dropped, { id });
  const templates = modeler.get('elementTemplates');
  const part = templates.applyTemplate(dropped, templates.getLatest(template)[0]);
  select(id);
  return part.id;
}

export function connect(from, to) {
  const elements = modeler.get('elementRegistry');
  modeler.get('modeling').connect(elements.get(from), elements.get(to));
}

/** @returns {Promise<string>} what Modeler writes to the file */
export async function save() {
  return (await modeler.saveXML({ format: true })).xml;
}

/** The drawing alone, without the canvas around it. */
export async function svg() {
  return (await modeler.saveSVG()).svg;
}

/** Puts the whole drawing, or one element with its neighbours, in the middle. */
export function show(id) {
  const canvas = modeler.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (id) {
    canvas.zoom(1);
    canvas.scrollToElement(id, 200);
  }
}
