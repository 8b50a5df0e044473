/** Stands in for style sheets, which Node cannot import: every class name is its own name. */
export default new Proxy({}, { get: (_target, name) => String(name) });
