// The site with reload on change, on HOST and PORT.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { dev } = await import('astro');
await dev({ root: import.meta.dirname, logLevel: 'warn' });
