/** What the page does: lists the operations of the document, and tries one when it is asked to. Text is never HTML. */
export const DOCS_JS = `'use strict';
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// Parameters whose name stands for many: people write the whole name and the value.
const isOpen = (parameter) => parameter.style === 'deepObject';

function inputOf(parameter) {
  const { schema = {}, name } = parameter;
  if (schema.enum) return make('select', { name }, make('option', { value: '' }), ...schema.enum.map((value) => make('option', { value }, value)));
  return make('input', { name, placeholder: isOpen(parameter) ? 'filter[title][contains]=moor' : '', autocomplete: 'off', required: parameter.in === 'path' });
}

function fieldOf(parameter, operation, index) {
  const input = inputOf(parameter);
  input.id = operation + '-' + index;
  const label = make('label', { htmlFor: input.id }, parameter.name);
  const about = make('div', { className: 'about' }, (parameter.description || '').replaceAll('\`', ''));
  return make('div', { className: 'field' }, label, input, about);
}

function addressOf(path, parameters, form) {
  const query = [];
  let address = path;
  for (const parameter of parameters) {
    const { value } = form.elements[parameter.name];
    if (value === '') continue;
    if (parameter.in === 'path') address = address.replace('{' + parameter.name + '}', encodeURIComponent(value));
    else if (isOpen(parameter)) query.push(...value.split('&').map((part) => part.split('=').map((side) => encodeURIComponent(side)).join('=')));
    else query.push(encodeURIComponent(parameter.name) + '=' + encodeURIComponent(value));
  }
  return address + (query.length > 0 ? '?' + query.join('&') : '');
}

async function attempt(address, answer) {
  answer.replaceChildren(make('p', { className: 'status' }, 'Asking…'));
  const began = performance.now();
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'omit' });
    const text = await response.text();
    const took = Math.round(performance.now() - began);
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* it is shown as it came */ }
    answer.replaceChildren(
      make('p', { className: 'status' }, response.status + ' in ' + took + ' ms · ', make('a', { href: response.url }, decodeURIComponent(new URL(response.url).pathname + new URL(response.url).search))),
      make('pre', { tabIndex: 0 }, shown),
    );
  } catch (error) {
    answer.replaceChildren(make('p', { className: 'status' }, 'No answer: ' + error.message));
  }
}

function operationOf(path, { operationId, summary, parameters = [] }) {
  const answer = make('div', { className: 'answer' });
  const button = make('button', { type: 'submit' }, 'Try it');
  const form = make('form', {}, ...parameters.map((parameter, index) => fieldOf(parameter, operationId, index)), button, answer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(addressOf(path, parameters, form), answer);
  });
  return make('details', { id: operationId }, make('summary', {}, make('code', {}, path), make('span', {}, summary || '')), form);
}

async function show() {
  const place = document.getElementById('operations');
  const response = await fetch('/api/v2/openapi.json');
  const { paths } = await response.json();
  const operations = Object.entries(paths).flatMap(([path, { get }]) => (get ? [[path + ' ' + (get.summary || ''), operationOf(path, get)]] : []));
  place.replaceChildren(...operations.map(([, element]) => element));
  document.getElementById('find').addEventListener('input', ({ target }) => {
    const wanted = target.value.trim().toLowerCase();
    for (const [text, element] of operations) element.hidden = !text.toLowerCase().includes(wanted);
  });
  const open = document.getElementById(location.hash.slice(1));
  if (open) open.open = true;
}

show().catch((error) => document.getElementById('operations').replaceChildren('The description of the API could not be read: ' + error.message));
`;
