/** The page itself; everything in it is made from the OpenAPI document by the script. */
export const DOCS_HTML = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Content API</title>
  <link rel="stylesheet" href="/api/v2/docs/docs.css">
  <script src="/api/v2/docs/docs.js" defer></script>
</head>
<body>
  <header>
    <h1>Content API</h1>
    <p>Everything this site publishes, to read. <a href="/api/v2/openapi.json">OpenAPI 3.1</a></p>
    <label class="find">Find <input id="find" type="search" placeholder="pages, search, settings"></label>
  </header>
  <main id="operations" aria-live="polite"><p>Loading…</p></main>
  <noscript><p>This page needs JavaScript. The document it shows is at <a href="/api/v2/openapi.json">openapi.json</a>.</p></noscript>
</body>
</html>
`;

/** Colours follow the reader's system. */
export const DOCS_CSS = `:root { color-scheme: light dark; --line: light-dark(#d9d6cf, #3a3d40); --soft: light-dark(#f6f4ef, #1d2022);
  --quiet: light-dark(#5f5b52, #a9a69e); --accent: light-dark(#1f6b4f, #6fc7a2); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; font: 16px/1.5 system-ui, sans-serif;
  background: light-dark(#fff, #141617); color: light-dark(#22211e, #ecebe7); }
h1 { margin: 0; font-size: 1.6rem; }
header p { margin: .25rem 0 1rem; color: var(--quiet); }
a { color: var(--accent); }
.find { display: flex; gap: .5rem; align-items: center; margin-bottom: 1rem; }
input, select { font: inherit; padding: .35rem .5rem; border: 1px solid var(--line); border-radius: 6px; background: transparent;
  color: inherit; min-width: 0; width: 100%; }
select { background: var(--soft); }
details { border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; background: var(--soft); }
summary { padding: .6rem .8rem; cursor: pointer; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
summary code { font-weight: 600; overflow-wrap: anywhere; }
summary span, .about { color: var(--quiet); }
form { padding: 0 .8rem .8rem; }
.field { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem .75rem; padding: .4rem 0; border-top: 1px solid var(--line); }
.field label { font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere; padding-top: .35rem; }
.field .about { grid-column: 2; font-size: .85rem; }
button { font: inherit; font-weight: 600; margin-top: .75rem; padding: .45rem 1rem; border: 0; border-radius: 6px; cursor: pointer;
  background: var(--accent); color: light-dark(#fff, #10201a); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
pre { overflow: auto; max-height: 30rem; padding: .75rem; border: 1px solid var(--line); border-radius: 6px; font-size: .85rem;
  background: light-dark(#fff, #101213); white-space: pre-wrap; overflow-wrap: anywhere; }
.status { margin: .75rem 0 .25rem; font-size: .9rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) { .field { grid-template-columns: 1fr; } .field .about { grid-column: 1; } }
`;
