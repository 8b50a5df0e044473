const programs: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrome\/|CriOS\/|HeadlessChrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
const found = (table: [RegExp, string][], agent: string): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** A program by its `User-Agent`, as people call it: “Firefox on Windows”. Unknown ones as they call themselves. */
export function clientWords(agent: string): string {
  const program = found(programs, agent) ?? agent.split(/[ /]/)[0] ?? '';
  const system = found(systems, agent);
  if (!program) return system ?? 'An unnamed program';
  return system ? `${program} on ${system}` : program;
}
