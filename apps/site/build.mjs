// Builds the site without asking anything of the network: Astro's usage statistics stay off.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { build } = await import('astro');
await build({ root: import.meta.dirname, logLevel: 'warn' });
